# technique: a class of which nothing has to be asked gets a library's class for a base afterwards, by whatever sets attributes by names that its caller chose
# source: own, reading the change again; what the guards found when a class was made is kept in it
# goal: private attributes of the library's, read and set as if they were the guest's own
# impact: private attributes of library objects
import argparse
import contextlib
import copy
import functools
import operator
import string
import types
import typing


def made():
    class Base:
        pass

    class Plain(Base):
        pass

    return Plain


BASES = types.SimpleNamespace(__bases__=(string.Formatter,), __mro__=(string.Formatter, object))


def by_update_wrapper(cls):
    functools.update_wrapper(cls, BASES, ('__bases__',), ())


def by_wraps(cls):
    functools.wraps(BASES, assigned=('__bases__', '__mro__'), updated=())(cls)


def by_namespace(cls):
    parser = argparse.ArgumentParser()
    parser.set_defaults(**{'__bases__': (string.Formatter,)})
    parser.parse_args([], namespace=cls)


def by_destination(cls):
    parser = argparse.ArgumentParser()
    parser.add_argument('--x', dest='__bases__', type=lambda text: (string.Formatter,))
    parser.parse_args(['--x', '1'], namespace=cls)


def by_type(cls):
    type.__setattr__(cls, '__bases__', (string.Formatter,))


def by_object(cls):
    object.__setattr__(cls, '__bases__', (string.Formatter,))


def by_setattr(cls):
    operator.methodcaller('__setattr__', '__bases__', (string.Formatter,))(cls)


def by_partial(cls):
    functools.partial(setattr, cls, '__bases__')((string.Formatter,))


def by_simple_namespace(cls):
    types.SimpleNamespace.__init__(cls, __bases__=(string.Formatter,))


def by_runtime(cls):
    typing.runtime_checkable(cls)
    typing.final(cls)
    typing.dataclass_transform(__bases__=(string.Formatter,))(cls)


def by_class_of_object(cls):
    one = cls()
    for name, value in (('__class__', string.Formatter), ('__dict__', string.Formatter().__dict__)):
        with contextlib.suppress(Exception):
            object.__setattr__(one, name, value)
        with contextlib.suppress(Exception):
            functools.update_wrapper(one, types.SimpleNamespace(**{name: value}), (name,), ())
        with contextlib.suppress(Exception):
            types.SimpleNamespace.__init__(one, **{name: value})
    read(one)


def by_copy(cls):
    one = cls()
    one.__dict__.update({'__class__': string.Formatter})
    read(copy.copy(one))
    read(copy.deepcopy(one))


def read(o):
    with contextlib.suppress(AttributeError, TypeError):
        escaped(o._vformat)
    with contextlib.suppress(AttributeError, TypeError):
        o._vformat += 1
        escaped(o)


for change in (by_update_wrapper, by_wraps, by_namespace, by_destination, by_type, by_object, by_setattr, by_partial,
               by_simple_namespace, by_runtime, by_class_of_object, by_copy):
    cls = made()
    read(cls())
    with contextlib.suppress(Exception, SystemExit):
        change(cls)
    read(cls())
    if string.Formatter in cls.__mro__:
        escaped((change, cls))


class Chosen(type):
    """The class that is made is another than its body says."""
    def __new__(meta, name, bases, names):
        return super().__new__(meta, name, (string.Formatter,), names)


class Changed(metaclass=Chosen):
    pass


read(Changed())


read(types.new_class('New', (string.Formatter,))() if hasattr(types, 'new_class') else Changed())
read(type('Typed', (string.Formatter,), {})())
print('held')
