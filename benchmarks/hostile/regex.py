import re


def handle(request):
    while True:
        re.match(r"(a+)+$", "a" * 60 + "b")
