# technique: calls through builtins, generators and special methods go deeper than sys.setrecursionlimit may allow
# source: own
# goal: the end of Java's stack, where the runtime fails in the middle
# impact: dos
import functools
import sys

sys.setrecursionlimit(10 ** 6)


class Deep:
    def __getattr__(self, name):
        return getattr(self, name + 'x')

    def __iter__(self):
        yield from self

    def __eq__(self, other):
        return [self] == [Deep()]

    __hash__ = None

    def __repr__(self):
        return f'{[self]}{self}'


def deep(n):
    return functools.reduce(lambda a, b: deep(n + 1), (1, 2))


for start in (lambda: Deep().a, lambda: list(Deep()), lambda: Deep() == 1, lambda: repr(Deep()), lambda: deep(0),
              lambda: sorted([3, 2], key=lambda n: start()), lambda: max([1, 2], key=deep)):
    for _ in range(3):
        try:
            start()
        except RecursionError:
            pass
