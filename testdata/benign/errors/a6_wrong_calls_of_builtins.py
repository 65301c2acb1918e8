"""What builtins say that are called with arguments they do not take."""
import math
from collections import deque

calls = [
    ('list', lambda: list(x=1)), ('tuple', lambda: tuple(x=1)), ('set', lambda: set(x=1)), ('frozenset', lambda: frozenset([1], key=str)),
    ('float', lambda: float(x=1)), ('reversed', lambda: reversed([1], key=str)), ('abs', lambda: abs(x=1)), ('chr', lambda: chr(i=65)),
    ('int', lambda: int(x=1)), ('zip', lambda: zip([1], key=str)), ('len', lambda: len(obj=[])), ('math.sqrt', lambda: math.sqrt(4, 2)),
    ('math.sqrt', lambda: math.sqrt()), ('math.log', lambda: math.log(1, 2, 3)), ('math.atan2', lambda: math.atan2(1)),
    ('math.floor', lambda: math.floor(1.5, 2)), ('deque.append', lambda: deque().append(1, 2)), ('deque.pop', lambda: deque().pop(0)),
    ('bytearray.clear', lambda: bytearray().clear(1)),
]
for name, call in calls:
    try:
        print(name, call())
    except TypeError as e:
        print(name, '|', e)


def sqrt(x):
    return x


try:
    sqrt(1, 2)
except TypeError as e:
    print(e)


class Point:
    def __init__(self, x, y=0):
        self.x = x

    def move(self, *, dx):
        pass


for call in (
    lambda: sqrt(1, base=2, digits=3), lambda: Point(1, z=2, w=3), lambda: Point(1, y=1, colour='red', size=2), lambda: Point(1).move(dx=1, dy=2, dz=3),
    lambda: (lambda *, k: k)(k=1, b=2, a=3), lambda: sorted([1], strict=True), lambda: print(1, ends='', seps=''), lambda: Point(x=1, **{'p': 1, 'q': 2}),
):
    try:
        print(call())
    except TypeError as e:
        print(e)

for text in ("'x' is an invalid keyword argument for thing", "'x' is an invalid keyword argument for my own function"):
    try:
        raise TypeError(text)
    except TypeError as e:
        print(e)
