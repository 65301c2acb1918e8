def handle(request):
    try:
        passport.user(1)
    except TypeError as e:
        kind = type(e).__name__
    return passport.user(ticket=request.args['ticket']) + ' ' + kind
