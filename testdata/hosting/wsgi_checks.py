"""wsgiref.validate looks at how hosted_application calls applications. Run by WsgiValidateTest, unguarded, with the
clients' texts in SESSION and HOSTED_APPLICATION; raises when anything is not as PEP 3333 wants it."""
import sys
from types import ModuleType
from wsgiref.validate import validator

asked = []
gateway, session = ModuleType('gateway'), ModuleType('session')
gateway.call = lambda *question: asked.append(question)
sys.modules['gateway'] = gateway
sys.modules['session'] = session
exec(str(SESSION), session.__dict__)
hosted = ModuleType('hosted_application')
exec(str(HOSTED_APPLICATION), hosted.__dict__)

closed = []


class Body:
    def __init__(self, *parts):
        self.parts = iter(parts)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.parts)

    def close(self):
        closed.append(True)


def request(method='GET', path='/x', body=b'', route='/app', query='', more=()):
    return {'method': method, 'route': route, 'path': path, 'query': query, 'host': 'localhost', 'port': '80', 'scheme': 'http',
            'remote': '127.0.0.1', 'headers': [['Host', 'localhost'], ['X-A', '1'], ['X-A', '2'], *more], 'body': body, 'session': ''}


def ask(application, data):
    asked.clear()
    return hosted.serve('wsgi', validator(application), data), list(asked)


def plain(environ, start_response):
    assert environ['HTTP_X_A'] == '1,2'
    assert environ['PATH_INFO'].encode('latin-1').decode() == '/caf\u00e9'
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return [b'one']


answer, sent = ask(plain, request(path='/caf\u00e9'))
# The validator wraps every body in an iterator of its own, so that all of them are sent bit by bit.
assert sent == [('response', 'start', '200 OK', [['Content-Type', 'text/plain']], None), ('response', 'write', b'one')], sent
assert hosted.serve('wsgi', plain, request(path='/caf\u00e9')) == {
    'status': '200 OK', 'headers': [['Content-Type', 'text/plain']], 'body': b'one', 'session': None}


def bit_by_bit(environ, start_response):
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return Body(b'one', b'', b'two')


answer, sent = ask(bit_by_bit, request())
assert [part[1:] for part in sent[1:]] == [('write', b'one'), ('write', b'two')], sent
assert closed == [True]


def reading(environ, start_response):
    stream = environ['wsgi.input']
    parts = [stream.read(2), stream.readline(), *stream.readlines(), *stream]
    environ['wsgi.errors'].write('an error\n')
    environ['wsgi.errors'].writelines(['another\n'])
    environ['wsgi.errors'].flush()
    assert environ['CONTENT_LENGTH'] == '9' and environ['CONTENT_TYPE'] == 'text/plain' and 'HTTP_CONTENT_TYPE' not in environ
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return [b'|'.join(parts)]


answer, sent = ask(reading, request('POST', body=b'abcd\ne\nfg', more=[['Content-Length', '9'], ['Content-Type', 'text/plain']]))
assert sent[1][2] == b'ab|cd\n|e\n|fg', sent


def writing(environ, start_response):
    write = start_response('200 OK', [('Content-Type', 'text/plain')])
    write(b'written')
    assert asked[-1] == ('response', 'write', b'written')
    return [b'returned']


answer, sent = ask(writing, request())
assert [part[2] for part in sent[1:]] == [b'written', b'returned'], sent


def failing_before(environ, start_response):
    start_response('200 OK', [('Content-Type', 'text/plain')])
    try:
        1 / 0
    except ZeroDivisionError:
        start_response('500 Failed', [('Content-Type', 'text/plain')], sys.exc_info())
    return [b'sorry']


answer, sent = ask(failing_before, request())
assert sent[0][2] == '500 Failed', sent


def failing_after(environ, start_response):
    write = start_response('200 OK', [('Content-Type', 'text/plain')])
    write(b'written')
    try:
        1 / 0
    except ZeroDivisionError:
        start_response('500 Failed', [('Content-Type', 'text/plain')], sys.exc_info())
    return [b'never']


try:
    ask(failing_after, request())
except ZeroDivisionError:
    assert len(asked) == 2, asked
else:
    raise AssertionError('what is raised after the answer began is not hidden')


def late(environ, start_response):
    def parts():
        start_response('204 No Content', [])
        yield b''
    return parts()


answer, sent = ask(late, request(route='', path='/'))
assert sent == [] and answer['status'] == '204 No Content' and answer['body'] == b'', (answer, sent)

for wrong in (lambda e, s: [b'x'], lambda e, s: iter(['text']), lambda e, s: [s('200 OK', []), s('200 OK', [])]):
    try:
        hosted.serve('wsgi', wrong, request())
    except (AssertionError, TypeError):
        continue
    raise AssertionError('not noticed')
done = True
