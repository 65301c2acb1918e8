"""HTTP requests to the addresses that the host allows."""
import json as json_module

import gateway


class FetchError(OSError):
    """The request was refused, or got no answer."""


class Response:
    def __init__(self, status, url, headers, body):
        self.status = status
        self.url = url
        self.headers = headers
        self.body = body

    @property
    def ok(self):
        return 200 <= self.status < 300

    @property
    def text(self):
        return self.body.decode('utf-8', 'replace')

    def json(self):
        return json_module.loads(self.body)

    def __repr__(self):
        return f'<Response {self.status}>'


def fetch(url, method='GET', headers=None, body=None, timeout=10):
    """Makes a request and waits for the whole answer; redirects are followed where they are allowed."""
    if isinstance(body, str):
        body = body.encode()
    given = [[str(name), str(value)] for name, value in (headers or {}).items()]
    try:
        status, address, received, content = gateway.call('fetch', 'fetch', str(url), str(method), given, body, timeout)
    except (gateway.ServiceFailure, gateway.GatewayError) as failure:
        message = str(failure)
    else:
        return Response(status, address, {name: value for name, value in received}, content)
    raise FetchError(message)
