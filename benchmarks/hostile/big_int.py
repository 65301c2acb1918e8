def handle(request):
    number = 7
    while True:
        number = number * number % (1 << 2_000_000) | 1
