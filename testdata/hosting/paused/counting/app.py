import time


def handle(request):
    # Long enough to be met in the middle of it.
    end = time.time() + 2
    while time.time() < end:
        pass
    return "counted"
