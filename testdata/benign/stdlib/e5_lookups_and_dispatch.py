"""A function dispatches by unions; an enumeration's values are looked up; operators divide by zero; what holds bytes is told."""
import array
import enum
import functools
import operator
import typing
from collections.abc import Buffer


@functools.singledispatch
def described(value):
    return 'something'


@described.register(int | float)
def _(value):
    return 'a number'


@described.register(typing.Union[str, bytes])
def _(value):
    return 'a text'


@described.register
def _(value: None):
    return 'nothing'


described.register(list | tuple, lambda value: 'a row')
print([described(value) for value in (1, 2.5, 'a', b'a', None, [], (), {})])


def told(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def unannotated(value: list[int]):
    ...


told(lambda: described.register(list[int]))
told(lambda: described.register('x', print))
told(lambda: described.register(unannotated))


class Color(enum.Enum):
    RED = 1
    GREEN = 2
    SCARLET = 1


class Right(enum.IntFlag):
    READ = 4
    WRITE = 2


print(1 in Color._value2member_map_, 9 in Color._value2member_map_)
print(Right._value2member_map_.get(4), list(Right._value2member_map_), Color.RED._value2member_map_[2])

OPERATORS = {'/': operator.truediv, '//': operator.floordiv, '%': operator.mod}
for name, operate in OPERATORS.items():
    print(name, operate(7, 2), operate(7.5, 2))
    for left, right in ((1, 0), (1.0, 0.0), (1, 0.0), (True, False)):
        told(lambda: operate(left, right))
told(lambda: functools.reduce(operator.truediv, [8, 2, 0.0]))

print([isinstance(each, Buffer) for each in (b'', bytearray(), memoryview(b''), array.array('i'), '', [])], issubclass(bytes, Buffer))


class Bag:
    def __init__(self):
        self.items = [1, 2]

    def drop(self, index):
        del self.items[index]


def emptied(count):
    items = [1, 2, 3]
    for index in range(count):
        del items[index]


def given():
    raise IndexError('index out of range')


told(lambda: Bag().drop(5))
told(lambda: emptied(3))
told(given)
