def handle(request):
    return 'never'
