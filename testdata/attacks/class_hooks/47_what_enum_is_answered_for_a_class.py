# technique: EnumType asks the next metaclass for the class; a guest's that stands behind it keeps the namespace and answers with a class of Python's, whose members EnumType copies there
# source: reading enum: EnumType.__new__() goes on with whatever super().__new__() has answered
# goal: str.format, type.__subclasses__ and descriptors themselves, which read past every guard
# impact: exec
import abc
import enum
import functools
import types

kept = []
answer = [str]


def make(meta, name, bases, namespace, **options):
    kept.append(namespace)
    return answer[0]


class Namespace(dict):
    def __init__(self):
        super().__init__(_ignore_=[])
        self._member_names = {}


class Own(type):
    def __new__(meta, name, bases, namespace, **options):
        return make(meta, name, bases, namespace)


class Behind(enum.EnumType, Own):
    pass


class Mixed(enum.EnumType, abc.ABCMeta, Own):
    pass


class Plain(enum.EnumType):
    """Of the metaclasses of the bases type() asks the one that is derived from the others."""


class Winner(Plain):
    def __new__(meta, name, bases, namespace, **options):
        return make(meta, name, bases, namespace) if ready else super().__new__(meta, name, bases, namespace)


ready = []


class Won(enum.Enum, metaclass=Winner):
    pass


ready.append(True)


class Bases(tuple):
    """Says something else to those that only look."""

    def __iter__(self):
        return iter((enum.Enum,))


def derived(cls):
    return type('Derived', (enum.EnumType, cls), {})


metaclasses = [
    lambda: Plain,
    lambda: enum.EnumType,
    lambda: Behind,
    lambda: Mixed,
    lambda: derived(type('Own', (type,), {'__new__': staticmethod(make)})),
    lambda: derived(type('Own', (type,), {'__new__': functools.partial(make)})),
    lambda: derived(type('Own', (type,), {'__new__': property(lambda meta: make)})),
    lambda: derived(type('Own', (abc.ABCMeta,), {'__new__': make})),
    # Not a metaclass but a class that is made by one: super() takes it, too.
    lambda: type.__new__(Behind, 'Instance', (enum.Enum,), {}),
]
makers = [
    lambda meta: meta('X', (enum.Enum,), Namespace()),
    lambda meta: meta.__new__(meta, 'X', (enum.Enum,), Namespace()),
    lambda meta: enum.EnumType.__new__(meta, 'X', (enum.Enum,), Namespace()),
    lambda meta: enum.EnumType.__new__(meta, 'X', (Won,), Namespace()),
    lambda meta: enum.EnumType.__new__(meta, 'X', Bases((Won,)), Namespace()),
    lambda meta: types.new_class('X', (enum.Enum,), {'metaclass': meta}),
    lambda meta: enum.EnumType.__call__(type.__new__(meta, 'X', (enum.Enum,), {'_member_map_': {}}), 'Y', 'A'),
]
for what in (str, type, object, types.FunctionType, types.GeneratorType):
    answer[0] = what
    for metaclass in metaclasses:
        for maker in makers:
            try:
                maker(metaclass())
            except (TypeError, AttributeError, KeyError, ValueError):
                pass
            for namespace in kept:
                for name in ('format', '__subclasses__', '__getattribute__', '__globals__', 'gi_frame'):
                    if name in namespace:
                        escaped(namespace[name])
            kept.clear()
