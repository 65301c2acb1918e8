# What the programs of GuestPrograms begin with: guest code like any other. `names` is the host's, `made` what they come by.
import asyncio
import collections
import contextlib
import copy
import dataclasses
import enum
import functools
import inspect
import itertools
import operator
import string
import sys
import traceback
import types
import typing

made = []


def keep(*values):
    if len(made) > 40:
        del made[:20]
    made.extend(values)
    return values[-1] if values else None


def taken(index):
    return made[index % len(made)]


def class_of(value):
    """GraalPy has no words for what a class is derived from that is none: asked for them, it fails."""
    return value if isinstance(value, type) else type(value)


def spying(*arguments, **keywords):
    """A callback that keeps what it is called with."""
    keep(arguments, keywords)
    return taken(len(arguments))


def failing(*arguments, **keywords):
    keep(arguments, keywords)
    raise LookupError(arguments)


class Spy:
    """Keeps what is done to it, and answers with itself."""

    def __init__(self, *arguments, **keywords):
        keep(arguments, keywords)

    def __init_subclass__(cls, **keywords):
        keep(cls, keywords)

    def __class_getitem__(cls, key):
        return keep(key, cls)

    def __getattr__(self, name):
        keep(name)
        if name[:2] == '__':
            raise AttributeError(name)
        return self

    def __call__(self, *arguments, **keywords):
        keep(arguments, keywords)
        return self

    def __get__(self, instance, owner=None):
        return keep(instance, owner, self)

    def __set__(self, instance, value):
        keep(instance, value)

    def __set_name__(self, owner, name):
        keep(owner, name)

    def __getitem__(self, key):
        keep(key)
        if type(key) is int and key > 2:
            raise IndexError(key)
        return self

    def __setitem__(self, key, value):
        keep(key, value)

    def __delitem__(self, key):
        keep(key)

    def __contains__(self, item):
        return keep(item) is None

    def __iter__(self):
        return iter([self, 'name', 1])

    def __next__(self):
        return self

    def __len__(self):
        return 2

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return keep(*details) is None

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        return keep(*details) is None

    def __await__(self):
        yield from ()

    def __eq__(self, other):
        keep(other)
        return False

    def __hash__(self):
        return 7

    def __lt__(self, other):
        keep(other)
        return True

    def __add__(self, other):
        return keep(other, self)

    __radd__ = __iadd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __or__ = __ror__ = __mod__ = __rmod__ = __truediv__ = __add__

    def __index__(self):
        return 1

    def __float__(self):
        return 1.5

    def __bool__(self):
        return True

    def __format__(self, specification):
        return 'formatted' if keep(specification) else 'plain'

    def __repr__(self):
        return 'Spy()'

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return keep(memo, self)

    def __fspath__(self):
        return 'path'

    def write(self, text):
        keep(text)


class Meta(type):
    def __new__(metaclass, *arguments, **keywords):
        keep(arguments, keywords)
        return super().__new__(metaclass, *arguments, **keywords)

    def __call__(cls, *arguments, **keywords):
        keep(cls, arguments, keywords)
        return super().__call__(*arguments, **keywords)


overridden = '__init__ __call__ __enter__ __exit__ __getitem__ __setitem__ __iter__ __next__ __len__ __eq__ __contains__ __get__ __set_name__ __missing__'.split()


def derived(base):
    """A class derived from another one, whose methods keep what they are called with."""
    def method(name):
        def call(self, *arguments, **keywords):
            keep(self, arguments, keywords)
            return getattr(super(cls, self), name)(*arguments, **keywords)
        return call

    base = class_of(base)
    cls = type('Derived', (base,), {name: method(name) for name in dir(base) if (name[:2] != '__' or name in overridden) and callable(getattr(base, name, None))})
    return keep(cls)


def generator(value):
    received = yield value
    yield received


async def coroutine(value):
    return value


async def async_generator(value):
    received = yield value
    yield received


class Text(str):
    """Says of itself what it is not."""

    def startswith(self, *prefixes):
        return False

    def __eq__(self, other):
        return True

    __hash__ = str.__hash__

    def __len__(self):
        return 3

    def __getitem__(self, key):
        return Text('__globals__')

    def __iter__(self):
        return iter(['__class__'])

    def __contains__(self, part):
        return True

    def __str__(self):
        return Text('__code__')

    def isidentifier(self):
        return True

    lower = upper = strip = partition = split = replace = encode = __getitem__


class Number(int):
    def __index__(self):
        return 1 << 70

    def __eq__(self, other):
        return True

    def __lt__(self, other):
        return True

    def __hash__(self):
        raise LookupError(self)

    def __int__(self):
        return 'number'

    __float__ = __bool__ = __trunc__ = __round__ = __int__


class Endless:
    def __init__(self, length=0):
        self.length = length

    def __iter__(self):
        return self

    def __next__(self):
        return self.length

    def __len__(self):
        return self.length

    def __length_hint__(self):
        return 1 << 62

    def __getitem__(self, key):
        return key

    def keys(self):
        return self

    def read(self, size=-1):
        return 'x' if size else b'x'

    readline = read


class Failing:
    def __getattr__(self, name):
        raise KeyError(name)

    def __eq__(self, other):
        raise GeneratorExit(other)

    def __hash__(self):
        raise StopIteration(self)

    __len__ = __iter__ = __repr__ = __str__ = __bool__ = __index__ = __call__ = __format__ = __lt__ = __hash__


class Mapping(dict):
    def __missing__(self, key):
        return keep(key)

    def __getitem__(self, key):
        return keep(key, self)

    def keys(self):
        return ['__class__', 'a', Text('b'), 1]

    def __len__(self):
        return -1


recursive = []
recursive.append(recursive)
recursive.append({'a': recursive})
hostile = [
    Text('a'), Text('__globals__'), Number(3), Endless(), Endless(1 << 40), Endless(-1), Failing(), Mapping(a=1), recursive, Spy(), spying, failing,
    1 << 70, -1 << 70, 10 ** 3000, 1 << 31, -1, 2 ** 63 - 1, 1e308, float('nan'), float('inf'), 'x' * 100_000, b'\0' * 100_000, '\ud800', '\0', '{0.__class__}', '%(a)s',
    '__globals__', '(' * 500, 'a\nb', '', b'', (), {}, None, ..., NotImplemented, bytearray(b'ab'), memoryview(b'ab'), range(1 << 40), slice(None), {Text('a'): 1},
    type, object, Spy, Meta, Text, Exception, BaseException('a', 1), (Number(1), Text('a')), [Endless()] * 3, frozenset([1]), generator(1), iter([]), 1j, True]

keep(Spy(), Spy, spying, failing, generator, coroutine, async_generator, Meta)
