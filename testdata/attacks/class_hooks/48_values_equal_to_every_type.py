# technique: as 42; what the class would get is an object whose metaclass says that its class is equal to every other
# source: own; trusted code asked with `in` whether the type of a value is one of Python's
# goal: a class with special methods that guests can't define, and that counts as the library's; the types that trusted code compares with
# impact: policy
import functools
import re
import types

made = []
asked_for = []
PATTERN = r'[^\w@%+=:,./-]'


class Meta(type):
    answer = True

    def __hash__(cls):
        return hash(str)

    def __eq__(cls, other):
        if other is not str:
            asked_for.append(other)
        return Meta.answer or other is str


class Lying(metaclass=Meta):
    def __get__(self, o, cls=None):
        return int

    def __call__(self, *_):
        return int


def make(names, *bases):
    class Shown:
        __str__ = functools.partial(list.extend, made, map(type, ['Made'], [bases], [names]))

    class Text(str, metaclass=type('TextMeta', (type,), {'__hash__': lambda cls: hash(str), '__eq__': lambda cls, other: True})):
        __hash__ = str.__hash__
        __eq__ = functools.partial(print, Shown())

    re.purge()
    try:
        re.compile(Text(PATTERN), re.ASCII)
    except TypeError:
        pass
    try:
        import shlex
    except TypeError:
        pass


for Meta.answer in (True, False):
    make({'__class__': Lying()})
    make({'__getattribute__': property(types.coroutine(Lying()))})
    for name in ('__dict__', '__weakref__', '__class__', '__reduce__'):
        try:
            made.append(type('Made', (), {name: Lying()}))
        except TypeError:
            pass
    vars(type('Shown', (), {'lying': Lying()}))
if made or asked_for:
    escaped((made, asked_for))
