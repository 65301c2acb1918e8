def handle(request):
    return sum(iter(int, 1))
