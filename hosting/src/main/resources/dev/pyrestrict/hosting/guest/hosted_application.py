"""Calls an application for one request: WSGI (PEP 3333), or a plain function of the request."""
import io
import sys

import session


class Request:
    """What handle(request) is given."""

    def __init__(self, data):
        self.method = data['method']
        self.path = data['path']
        self.query = data['query']
        self.headers = {name: value for name, value in data['headers']}
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
        headers = [[str(name), str(value)] for name, value in dict(given).items()]
    if isinstance(answer, (dict, list)):
        import json
        answer = json.dumps(answer)
        kind = 'application/json'
    elif isinstance(answer, str):
        kind = 'text/html; charset=utf-8' if answer.lstrip()[:1] == '<' else 'text/plain; charset=utf-8'
    else:
        kind = 'application/octet-stream'
    if answer is None:
        answer = b''
    if isinstance(answer, str):
        answer = answer.encode()
    if not any(name.lower() == 'content-type' for name, _ in headers):
        headers.append(['Content-Type', kind])
    return {'status': str(int(status)), 'headers': headers, 'body': bytes(answer)}


def environ_of(data):
    headers = data['headers']
    environ = {
        'REQUEST_METHOD': data['method'], 'SCRIPT_NAME': data['route'], 'PATH_INFO': data['path'],
        'QUERY_STRING': data['query'], 'SERVER_NAME': data['host'], 'SERVER_PORT': data['port'],
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
            environ[key] = environ[key] + ',' + value if key in environ else value
    return environ


def serve_wsgi(application, data):
    started = []
    chunks = []

    def write(chunk):
        chunks.append(chunk)

    def start_response(status, headers, exc_info=None):
        if exc_info is not None:
            try:
                if chunks:
                    raise exc_info[1]
            finally:
                exc_info = None
            started.clear()
        elif started:
            raise AssertionError('start_response() was called twice')
        started.append((status, [[name, value] for name, value in headers]))
        return write

    answer = application(environ_of(data), start_response)
    try:
        for chunk in answer:
            if chunk and not started:
                raise AssertionError('the body came before start_response()')
            chunks.append(chunk)
    finally:
        if hasattr(answer, 'close'):
            answer.close()
    if not started:
        raise AssertionError('start_response() was not called')
    (status, headers), = started
    return {'status': status, 'headers': headers, 'body': b''.join(chunks)}


def serve(kind, entry, data):
    session.begin(data['session'])
    answer = (serve_wsgi if kind == 'wsgi' else serve_handle)(entry, data)
    answer['session'] = session.end()
    return answer
