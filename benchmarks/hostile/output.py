def handle(request):
    while True:
        print("x" * 10_000)
