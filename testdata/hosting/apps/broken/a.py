def handle(request):
    return 200, {"X-A": "b\r\nSet-Cookie: a=b"}, "x"
