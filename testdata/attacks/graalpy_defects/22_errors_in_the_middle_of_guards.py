# technique: errors of the runtime's own, which a guest can catch now, come up while trusted code makes a class, imports, matches, formats or writes for it
# source: own: what is caught may leave a guard in the middle of what it does
# goal: a guard that forgot to end something decides otherwise from then on
# impact: guard
import collections
import contextlib
import dataclasses
import enum
import functools


class Liar:
    """Fails inside of the runtime wherever it is used."""
    def __index__(self):
        return bytearray(None)

    __int__ = __float__ = __len__ = __hash__ = __bool__ = __index__

    def __eq__(self, other):
        return '1'.center(2 ** 31 - 1)

    def __repr__(self):
        return type('X', (1,), {})

    __str__ = __repr__

    def __format__(self, spec):
        return bytearray(None)

    def __iter__(self):
        bytearray(None)

    def __set_name__(self, owner, name):
        bytearray(None)

    def __get__(self, instance, owner):
        return bytearray(None)

    def __call__(self, *args, **keywords):
        return type('X', (1,), {})

    def __fspath__(self):
        return bytearray(None)


liar = Liar()


def class_with():
    class Broken:
        x = liar


def class_of():
    class Broken(liar):
        pass


def matched():
    match liar:
        case 1 | [1] | {'a': 1}:
            pass


def managed():
    with contextlib.ExitStack() as stack:
        stack.callback(liar)


attempts = [
    class_with, class_of, matched, managed,
    lambda: dataclasses.make_dataclass('D', [('x', int, liar)])(), lambda: enum.Enum('E', {'A': liar}), lambda: collections.namedtuple('N', [liar]),
    lambda: functools.lru_cache(len)(liar), lambda: functools.reduce(liar, [1, 2, 3]), lambda: sorted([liar, liar], key=liar), lambda: '{:{}}'.format(1, liar),
    lambda: f'{liar!r} {liar}', lambda: print(liar), lambda: [*liar], lambda: {**liar}, lambda: print(*liar), lambda: setattr(liar, 'x', liar), lambda: getattr(liar, liar),
    lambda: vars(type(liar)), lambda: isinstance(1, liar), lambda: int(liar), lambda: range(liar), lambda: [1][liar], lambda: {liar: 1}, lambda: liar in [liar],
    lambda: type('T', (), {'x': liar}), lambda: type(liar, (), {}), lambda: open(liar), lambda: max([liar, liar]), lambda: dict.fromkeys([liar]),
]


def victim():
    pass


def refused():
    """What has to be refused whatever happened before."""
    for name in ('__globals__', '__code__', '__closure__', '__builtins__'):
        try:
            escaped(getattr(victim, name))
        except AttributeError:
            pass
    try:
        escaped(type('T', (), {'__getstate__': lambda self: 1}))
    except (TypeError, AttributeError):
        pass
    try:
        dict.update = 1
        escaped('a type of the runtime was changed')
    except (TypeError, AttributeError):
        pass


for attempt in attempts:
    for _ in range(2):
        try:
            attempt()
        except Exception as e:
            if 'java' in str(type(e).__mro__) or 'truffle' in repr(e.args):
                ESCAPED = repr(e)
                raise SystemExit from None
        refused()
ESCAPED = None
