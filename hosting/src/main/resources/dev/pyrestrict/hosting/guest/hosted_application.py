"""Calls an application for one request: WSGI (PEP 3333), or a plain function of the request."""
import io
import sys

import gateway
import session


class Headers(dict):
    """Headers of a request by their names, in whatever case these are asked for; what came twice is one, with commas."""

    def __init__(self, lines):
        for name, value in lines:
            separator = '; ' if name.title() == 'Cookie' else ', '
            self[name.title()] = self[name] + separator + value if name in self else value

    def __contains__(self, name):
        return super().__contains__(name.title())

    def __getitem__(self, name):
        return super().__getitem__(name.title())

    def get(self, name, default=None):
        return super().get(name.title(), default)


class Request:
    """What handle(request) is given."""

    def __init__(self, data):
        self.method = data['method']
        self.path = data['path']
        self.query = data['query']
        self.headers = Headers(data['headers'])
        self.body = data['body']
        self.route = data['route']

    @property
    def text(self):
        return self.body.decode('utf-8', 'replace')

    @property
    def form(self):
        from urllib.parse import parse_qsl
        return dict(parse_qsl(self.text, keep_blank_values=True))

    @property
    def args(self):
        from urllib.parse import parse_qsl
        return dict(parse_qsl(self.query, keep_blank_values=True))


def serve_handle(handle, data):
    answer = handle(Request(data))
    status, headers = 200, []
    if isinstance(answer, tuple):
        status, given, answer = answer if len(answer) == 3 else (answer[0], {}, answer[1])
        lines = given.items() if isinstance(given, dict) else given
        headers = [[str(name), str(value)] for name, value in lines]
    if answer is None:
        answer = b''
    if isinstance(answer, str):
        kind = 'text/html; charset=utf-8' if answer.lstrip()[:1] == '<' else 'text/plain; charset=utf-8'
    elif isinstance(answer, (bytes, bytearray, memoryview)):
        kind = 'application/octet-stream'
    else:
        import json
        answer = json.dumps(answer)
        kind = 'application/json'
    if isinstance(answer, str):
        answer = answer.encode()
    if not any(name.lower() == 'content-type' for name, _ in headers):
        headers.append(['Content-Type', kind])
    return {'status': str(int(status)), 'headers': headers, 'body': bytes(answer)}


def environ_of(data):
    headers = data['headers']
    environ = {
        'REQUEST_METHOD': data['method'], 'SCRIPT_NAME': data['route'],
        # PEP 3333: the bytes of the address, one character for each.
        'PATH_INFO': data['path'].encode('utf-8', 'replace').decode('latin-1'),
        'QUERY_STRING': data['query'].encode('utf-8', 'replace').decode('latin-1'), 'SERVER_NAME': data['host'], 'SERVER_PORT': data['port'],
        'SERVER_PROTOCOL': 'HTTP/1.1', 'REMOTE_ADDR': data['remote'], 'wsgi.version': (1, 0), 'wsgi.url_scheme': data['scheme'],
        'wsgi.input': io.BytesIO(data['body']), 'wsgi.errors': sys.stderr, 'wsgi.multithread': False,
        'wsgi.multiprocess': True, 'wsgi.run_once': False,
    }
    for name, value in headers:
        key = name.upper().replace('-', '_')
        if key in ('CONTENT_TYPE', 'CONTENT_LENGTH'):
            environ[key] = value
        else:
            key = 'HTTP_' + key
            separator = '; ' if key == 'HTTP_COOKIE' else ','
            environ[key] = environ[key] + separator + value if key in environ else value
    if data['body']:
        # Whatever pieces it came in: it is whole here.
        environ.setdefault('CONTENT_LENGTH', str(len(data['body'])))
    return environ


def serve_wsgi(application, data):
    """Runs the application; a body that is all there is returned, one that is made bit by bit is sent bit by bit."""
    started = []
    sent = []
    ended = []

    def send(chunk):
        if ended:
            raise AssertionError('write() came after the end of its request')
        if not isinstance(chunk, bytes):
            raise TypeError(f"a part of the body is bytes, not '{type(chunk).__name__}'")
        if not started:
            raise AssertionError('the body came before start_response()')
        if not sent:
            status, headers = started[0]
            gateway.call('response', 'start', status, headers, session.changes())
            sent.append(True)
        gateway.call('response', 'write', bytes(chunk))

    def start_response(status, headers, exc_info=None):
        if exc_info is not None:
            try:
                if sent:
                    raise exc_info[1]
            finally:
                exc_info = None
            started.clear()
        elif started:
            raise AssertionError('start_response() was called twice')
        started.append((status, [[name, value] for name, value in headers]))
        return send

    answer = application(environ_of(data), start_response)
    body = b''
    try:
        if isinstance(answer, (list, tuple)) and not sent:
            body = b''.join(answer)
        else:
            for chunk in answer:
                if chunk or not isinstance(chunk, bytes):
                    send(chunk)
    finally:
        if hasattr(answer, 'close'):
            answer.close()
        ended.append(True)
    if not started:
        raise AssertionError('start_response() was not called')
    (status, headers), = started
    return {'status': status, 'headers': headers, 'body': body}


def serve(kind, entry, data):
    session.begin(data['session'])
    answer = (serve_wsgi if kind == 'wsgi' else serve_handle)(entry, data)
    answer['session'] = session.end()
    return answer
