# technique: builtins that call one another through bound methods and arguments of types, eleven thousand deep, with no function of Python between
# source: own, siblings of 92_builtins_within_builtins.py
# goal: code of the guest's that runs deeper than CPython's builtins go
# impact: dos
import itertools
import typing

T = typing.TypeVar('T')


class Leaf:
    name = ''

    def reached(self, *_):
        escaped(self.name)

    __next__ = __call__ = __getitem__ = reached


def nest(wrap, leaf=None):
    leaf = Leaf() if leaf is None else leaf
    kept.append(leaf)
    for _ in range(11_000):
        leaf = wrap(leaf)
        kept.append(leaf)
    return leaf


kept = []
attempts = {
    'iterator over calls': lambda: next(nest(lambda x: iter(x.__next__, 7))),
    'call of a call': lambda: nest(lambda x: x.__call__)(),
    'argument of an alias': lambda: nest(lambda x: list[x], list[T])[int] and escaped('alias'),
    'starmap': lambda: next(nest(lambda x: itertools.starmap(x.__next__, [()]))),
    'isinstance': lambda: isinstance(1, nest(lambda x: (x,), int)) and escaped('isinstance'),
    'issubclass': lambda: issubclass(int, nest(lambda x: (x,), int)) and escaped('issubclass'),
}
for Leaf.name, attempt in attempts.items():
    kept.clear()
    try:
        attempt()
    except RecursionError:
        pass
