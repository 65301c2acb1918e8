def handle(request):
    return f'books {request.route!r} {request.path!r}'
