def deeper(level):
    return deeper(level + 1) + 1


def handle(request):
    while True:
        try:
            deeper(0)
        except RecursionError:
            pass
