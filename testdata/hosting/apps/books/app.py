def headers(request):
    sent = request.headers
    return ascii([sent['x-mark'], sent.get('X-MARK'), 'X-Mark' in sent, 'x-other' in sent, sent['Cookie']])


def cookies(request):
    return 201, [('Set-Cookie', 'a=1'), ('Set-Cookie', 'b=2')], b'two'


def number(request):
    return 42


def told(request):
    return f'books {request.route!r} {request.path!r}'


def handle(request):
    return {'/headers': headers, '/cookies': cookies, '/number': number}.get(request.path, told)(request)
