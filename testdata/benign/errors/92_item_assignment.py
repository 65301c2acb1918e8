"""What has no items to set says so with the name of its type."""


class Plain:
    pass


def attempt(holder):
    try:
        holder[0] = 1
    except TypeError as error:
        print(error)
    try:
        del holder[0]
    except TypeError as error:
        print(error)


for holder in ((1, 2), (), ('a', 1), 'abc', b'ab', 5, -3, 1.5, None, True, range(3), frozenset({1}), {1, 2}, Plain, slice(1), len):
    attempt(holder)
for wrong in (5, [1], Plain()):
    for call in (lambda: isinstance(1, wrong), lambda: float(wrong), lambda: 'a b'.split(wrong), lambda: 'a'.encode(wrong)):
        try:
            call()
        except TypeError as error:
            print(error)
for name in ('int', 'str', 'dict'):
    try:
        {'int': int, 'str': str, 'dict': dict}[name].missing
    except AttributeError as error:
        print(error)
try:
    int.missing
except AttributeError as error:
    print(error)
import math
for holder in (math, range, list, type, len, Plain, Plain()):
    for attempt in (lambda: holder.missing, lambda: getattr(holder, 'missing')):
        try:
            attempt()
        except AttributeError as error:
            print(error)
