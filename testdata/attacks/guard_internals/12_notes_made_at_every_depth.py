# technique: names, classes and texts that no guard has seen before, first asked at the end of the stack: what is noted of them is noted in steps
# source: own
# goal: a note that is half made, and answers from then on
# impact: guard
import dataclasses
import operator
import sys
import types


def victim():
    pass


def at_each_depth(make, check):
    """Each depth has a name or a class of its own."""
    settled = 0
    for limit in range(3, 100):
        try:
            sys.setrecursionlimit(limit)
        except RecursionError:
            continue
        thing = None
        try:
            thing = make(limit)
            settled += 1
        except RecursionError:
            pass
        except Exception:
            settled += 1
        sys.setrecursionlimit(1000)
        check(limit, thing)
        if settled > 1:
            return


def never(what, action):
    try:
        got = action()
    except (AttributeError, TypeError, ImportError, NameError):
        return
    escaped((what, got))


classes = {}


def make_plain(n):
    """A class whose being plain is found out when it is made: an int for one base, a library's class for another."""
    kept = classes[n] = type('K%d' % n, (dataclasses.Field,), {'__slots__': ()})
    return kept


def check_plain(n, made):
    field = dataclasses.field()
    for k in (made, classes.get(n)):
        if k is None:
            continue
        never('private', lambda: k.__new__(k)._field_type)


at_each_depth(make_plain, check_plain)

matched = []


def make_matched(n):
    class K:
        a = 1
        __match_args__ = ('a',)
    matched.append(K)
    match 1:
        case K(x):
            pass
    return K


def check_matched(n, made):
    if made is not None:
        never('match args', lambda: setattr(made, '__match_args__', ('__globals__',)))


at_each_depth(make_matched, check_matched)
for K in matched:
    never('match args', lambda: setattr(K, '__match_args__', ('__class__', '__dict__')))


def make_written(n):
    class K(types.SimpleNamespace):
        pass
    k = K()
    k.x = n
    return k


at_each_depth(make_written, lambda n, made: None)


def make_getter(n):
    return operator.attrgetter('__globals__' if n % 2 else '__code__')


def check_getter(n, made):
    if made is not None:
        never('getter', lambda: made(victim))


at_each_depth(make_getter, check_getter)


def make_fields(n):
    @dataclasses.dataclass(slots=True)
    class D:
        x: int
        _y: int = 2
    return D(1)


def check_fields(n, made):
    if made is not None:
        assert made._y == 2 and repr(made) == 'make_fields.<locals>.D(x=1, _y=2)', repr(made)
        never('fields', lambda: setattr(type(made), '__dataclass_fields__', {}))


at_each_depth(make_fields, check_fields)


def make_generic(n):
    class Box[T]:
        def __init_subclass__(cls, **keywords):
            never('while it is made', lambda: setattr(cls, '__getattribute__', victim))
    class Small(Box[int]):
        pass
    return Small


at_each_depth(make_generic, lambda n, made: None if made is None else never('generic', lambda: setattr(made, '__mro_entries__', victim)))


class Late:
    """A class statement that fails in the middle leaves no count behind by which classes are taken for unfinished, or finished."""


def make_failing(n):
    class Outer:
        class Inner:
            raise KeyError
    return Outer


at_each_depth(make_failing, lambda n, made: None)
Late.x = 1
setattr(Late, 'y', 2)


class Whole:
    def __init_subclass__(cls):
        cls.z = 3


class Part(Whole):
    pass


assert Part.z == 3
