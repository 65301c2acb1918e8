# What functions of the library say of numbers and types that they don't take.
import io
import itertools
import json


def attempt(function):
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)


class Odd:
    def __iter__(self):
        return 5


attempt(lambda: list(itertools.islice([1, 2], -1)))
attempt(lambda: list(itertools.islice([1, 2], -1, None)))
attempt(lambda: list(itertools.islice([1, 2], 0, -2)))
attempt(lambda: list(itertools.islice("abcdef", 1, None, 2)))
attempt(lambda: list(itertools.islice("abcdef", None)))
attempt(lambda: itertools.count("a"))
attempt(lambda: itertools.count([], 1))
attempt(lambda: itertools.count(1, None))
attempt(lambda: iter(Odd()))
attempt(lambda: [*Odd()])
attempt(lambda: io.StringIO(5))
for text in ('"\\x"', '["a", "b\\q"]', '{"a": "\\u12"}', '"\\u12', '"\\u0041\\u00', '"\\u1\\u0041"', '"\\ud83d\\u12"', '"\\u"', '"\\u00e9\\\'"'):
    try:
        print(json.loads(text))
    except json.JSONDecodeError as e:
        print(e, "|", e.msg, e.pos, e.colno)
