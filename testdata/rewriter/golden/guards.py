def f(x, k):
    x.foo = x.foo + x[0]
    print(x)
    x.n += 2
    x[k] += 1
    x[k:2] = x[1:, k]
    k *= k
    for a, (b, *c) in x.items():
        a, b = c = b, a
    del x.foo, x[k]
    return f'{x!r:>{k}} {x._private}' + '{}'.format(*a, **b)


class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y=None):
        super().__init__()
        self.__x = x
        self.y = self.__x if y is None else y


import collections.abc, json as j
from math import sqrt as root, pi
queue = __import__('collections.abc').deque()
match Point(1, 2):
    case Point(x, y=0) | [x, *_]: pass
    case {'k': x, **rest} if rest: print(x)


def g():
    try:
        yield from [*range(3)]
    except BaseException as error:
        raise
    else: pass
    finally: pass
