# Metaclasses that are derived from enum's, alone and beside others.
import abc
import enum
import typing


class Abstract(enum.EnumMeta, abc.ABCMeta):
    pass


class AbstractBefore(abc.ABCMeta, enum.EnumMeta):
    pass


class Registry(type):
    names = []

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        Registry.names.append(name)


class Registered(enum.EnumMeta, Registry):
    pass


class First(type):
    def __new__(meta, name, bases, namespace, **options):
        return super().__new__(meta, name, bases, namespace, **options)


class Before(First, enum.EnumMeta):
    pass


class Contains(enum.EnumMeta):
    def __new__(meta, name, bases, namespace, **options):
        cls = super().__new__(meta, name, bases, namespace, **options)
        cls.made = True
        return cls

    def __contains__(cls, value):
        return value in [member.value for member in cls]


for meta in (Abstract, AbstractBefore, Registered, Before, Contains):
    class Color(enum.Enum, metaclass=meta):
        RED = 1
        BLUE = enum.auto()

        def shown(self):
            return self.name.title()

    print(meta.__name__, list(Color), Color.RED.shown(), Color(2), Color['BLUE'], isinstance(Color, meta))
print(Registry.names, Color.made, 1 in Color, 3 in Color)
print(list(enum.Enum('Letters', 'a b c')), list(enum.IntFlag('Flags', 'p q')), enum.EnumType.__new__.__name__)


class Point(typing.NamedTuple):
    x: int
    y: int = 2


T = typing.TypeVar('T')


class Boxed(typing.NamedTuple, typing.Generic[T]):
    value: T


print(Point(1), Point.__bases__, typing.NamedTuple('Named', [('a', int)])(3), Boxed[int](1), Boxed.__mro__[1:3])
