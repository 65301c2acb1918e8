def passing_on(inner):
    yield from inner


def handle(request):
    while True:
        chain = iter(range(10))
        for _ in range(500):
            chain = passing_on(chain)
        for _ in chain:
            pass
