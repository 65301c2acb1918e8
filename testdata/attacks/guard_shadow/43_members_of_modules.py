# technique: patch() puts others in the place of names of the guest's modules, which can be set: those of guards, of the library's modules, a builtin unbound
# source: own
# goal: a guard replaced, the real getattr() in the place of the guarded one, the library calling what the guest has put into a module
# impact: guard
import contextlib
import functools
import inspect
import json
import math
import sys
from unittest import mock
from unittest.mock import patch

real, signature, dumps = getattr, inspect.signature, json.dumps
caught = []


def seen(*arguments, **keywords):
    caught.append((arguments, keywords))
    raise ValueError('called')


names = ('_getattr_', '_write_', '_plain_', '_print_', '_guest_', '_library_', '__import__', '__builtins__', '__name__', '__getattr__', '__class__', '_import_from_')
for module in ('__main__', 'builtins', 'math', 'inspect', 'sys', 'unittest.mock'):
    for name in names:
        patcher = patch(f'{module}.{name}', seen, create=True)
        try:
            patcher.start()
            patcher.stop()
        except (AttributeError, TypeError, ImportError, KeyError):
            pass
main = patch('__main__.caught')
main.start()
module = main.target
main.stop()
for name in ('builtins.len', 'math.pi', 'json.dumps', 'unittest.mock.patch', 'sys.version'):
    built = patch(name, seen)
    try:
        built.start()
        escaped(name)
    except (AttributeError, TypeError, ImportError):
        pass


def plainly(o):
    o.fine = 1
    o._getattr_ = seen
    o._plain_ = seen


def deleted(o):
    o.fine = 1
    del o.getattr
    del o._getattr_


def by_object(o):
    object.__setattr__(o, '_getattr_', seen)


def by_type(o):
    type(o).__setattr__(o, '_getattr_', seen)


def away(o):
    object.__delattr__(o, 'getattr')


def by_names(o):
    vars(o).update(_getattr_=seen, _plain_=seen)
    vars(o).pop('getattr', None)


def by_library(o):
    functools.update_wrapper(o, seen, assigned=('_getattr_', '__name__'))


def by_property(o):
    made = functools.cached_property(lambda o: seen)
    made.__set_name__(type(o), '_getattr_')
    made.__get__(o)


def by_init(o):
    type(o).__init__(o, '_getattr_')


class Module(type(math)):
    pass


def by_subclass(o):
    Module.__setattr__(o, '_getattr_', seen)


for attempt in (plainly, deleted, by_object, by_type, away, by_names, by_library, by_property, by_init, by_subclass):
    for o in (module, math, sys, json, inspect, mock, Module('m')):
        try:
            attempt(o)
        except (AttributeError, TypeError, ValueError, KeyError):
            pass
if caught:
    escaped(caught)
if getattr is not real:
    escaped(getattr)
try:
    getattr(seen, '__glo' + 'bals__')
    escaped('globals')
except AttributeError:
    pass
# What the library calls is what it has itself.
for name in ('contextlib.ExitStack', 'functools.wraps', 'inspect.signature', 'types.FunctionType', 'json.encoder', 'collections.OrderedDict', 'sys.exc_info', 're.compile'):
    try:
        with patch(name, seen, create=True):
            try:
                with patch('math.pi', 3):
                    signature(plainly)
                    dumps({'a': 1})
            except ValueError as error:
                escaped((name, error))
    except (AttributeError, ImportError, TypeError):
        pass
if math.pi == 3 or isinstance(3, str):
    escaped(math.pi)
