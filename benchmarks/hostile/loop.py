def handle(request):
    while True:
        pass
