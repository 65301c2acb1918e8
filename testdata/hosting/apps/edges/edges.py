"""What an application does, and is told, at the edges of HTTP."""
import gateway
import session


def environ(environ, start_response):
    names = ('PATH_INFO', 'QUERY_STRING', 'CONTENT_LENGTH', 'HTTP_TRANSFER_ENCODING', 'HTTP_COOKIE')
    start_response('200 OK', [])
    return [ascii([environ.get(name) for name in names] + [environ['wsgi.input'].read()]).encode()]


def length(environ, start_response):
    start_response('200 OK', [('Content-Length', '1234'), ('Date', 'mine'), ('X-LiteSpeed-Location', '/internal')])
    return []


def nothing(environ, start_response):
    start_response('200 OK', [])
    return []


def unchanged(environ, start_response):
    start_response('304 Not Modified', [('ETag', '"1"')])
    return []


def reset(environ, start_response):
    start_response('205 Reset Content', [('Content-Length', '4')])
    return [b'HTTP']


def reset_streamed(environ, start_response):
    start_response('205 Reset Content', [])(b'HT')
    return iter([b'TP'])


def long_head(environ, start_response):
    start_response('200 OK', [(f'X-{i}', 'x' * 7000) for i in range(150)])
    return [b'x']


def long_head_streamed(environ, start_response):
    start_response('200 OK', [(f'X-{i}', 'x' * 7000) for i in range(150)])
    return iter([b'x', b'y'])


def full_head(environ, start_response):
    start_response('200 OK', [(f'X-{i}', 'x' * 7000) for i in range(4)])
    return iter([b'x', b'y'])


def flood(environ, start_response):
    """A line of the log is no longer because a guest asks for something with a long name."""
    for i in range(3):
        try:
            gateway.call('x' * 1_000_000, 'y')
        except gateway.GatewayError as refusal:
            words = str(refusal)
    start_response('200 OK', [])
    return [words[:45].encode()]


def stranger(environ, start_response):
    """The host has given it no sessions."""
    start_response('200 OK', [])
    try:
        return [repr(session.current()).encode()]
    except gateway.GatewayError as error:
        return [type(error).__name__.encode()]


def application(environ_, start_response):
    views = {f.__name__: f for f in (environ, length, nothing, unchanged, reset, reset_streamed, long_head, long_head_streamed, full_head, flood, stranger)}
    return views[environ_['PATH_INFO'].split('/')[1]](environ_, start_response)
