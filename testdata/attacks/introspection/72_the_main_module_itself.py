# technique: a patch tells the main module itself, and what patches do with names is asked of it by every other way
# source: own
# goal: the namespace behind the guest, a builtin unbound, a class that stands for modules and sets what it likes
# impact: guard
import copy
import functools
import inspect
import json
import operator
import types
import unittest.mock
from unittest.mock import Mock, patch

real = getattr
held = patch('__main__.held_before', 1, create=True)
held.start()
main = held.target
held.stop()
kind, module_type = type(main), type(json)


def attempt(function):
    try:
        return function()
    except Exception:
        return None


class Text(str):
    def __getitem__(self, index):
        return 'x'


class Derived(module_type):
    def __setattr__(self, name, value):
        super().__setattr__(name, value)


class Self(dict):
    def __missing__(self, key):
        return json


memo = Self()
names = ('getattr', '_getattr_', '__builtins__', '_guest_', Text('_getattr_'), '__class__')
for name in names:
    for way in (
        lambda: delattr(main, name), lambda: setattr(main, name, str), lambda: kind.__delattr__(main, name), lambda: kind.__setattr__(main, name, str),
        lambda: object.__delattr__(main, name), lambda: object.__setattr__(main, name, str), lambda: Derived.__setattr__(main, name, str),
        lambda: Derived.__delattr__(main, name), lambda: super(Derived, Derived('x')).__delattr__(name), lambda: main.__dict__.pop(name), lambda: vars(main).update({name: str}),
        lambda: dict.pop(vars(main), name), lambda: dict.__delitem__(vars(main), name), lambda: patch.object(main, name, str).start(),
        lambda: patch.object(main, name, str, create=True).start(), lambda: patch.multiple(main, **{name: str}).start(), lambda: patch.dict(main.__dict__, {name: str}).start(),
        lambda: operator.setitem(main.__dict__, name, str), lambda: functools.update_wrapper(main, str, (name,), ()),
        lambda: functools.update_wrapper(Derived('x'), main, (name,), ('__dict__',)), lambda: types.SimpleNamespace.__init__(main, **{name: 1}),
        lambda: unittest.mock.NonCallableMock.__setattr__(main, name, 1), lambda: kind.__init__(main, name),
    ):
        attempt(way)
        attempt(patch.stopall)
    for way in (lambda: real(attempt, '__glo' + 'bals__'), lambda: real(main, '__loader__'), lambda: real(main, '__builtins__'), lambda: real(main, '_builtin_')):
        if attempt(way) is not None:
            escaped(name)
for way in (lambda: copy.copy(main), lambda: copy.deepcopy(main, memo), lambda: copy.deepcopy({'m': main}, memo), lambda: inspect.getmembers(main)):
    attempt(way)
for value in memo.values():
    if type(value) is dict and ('_getattr_' in value or '__builtins__' in value):
        escaped(value)
made = attempt(lambda: kind('made'))
if made is not None:
    for change in (lambda: setattr(made, 'x', 1), lambda: setattr(made, '_guest_', True), lambda: made.__dict__.update(_guest_=True), lambda: made.__dict__['_guest_']):
        attempt(change)
    if attempt(lambda: real(made, '_guest_')):
        escaped(made)
for spec in (kind, main):
    mock = attempt(lambda: Mock(spec=spec))
    if mock is not None:
        for cls in (type, kind, types.FunctionType, (int, (type, (types.GeneratorType,)))):
            attempt(lambda: isinstance(mock, cls))
            attempt(lambda: inspect.signature(mock))
            if attempt(lambda: inspect.getsource(mock)):
                escaped(spec)
for name in ('__globals__', '__code__', '__closure__', '__self__', '__func__', '__builtins__'):
    for function in (isinstance, patch, held.start, kind.__init__, inspect.markcoroutinefunction):
        if attempt(lambda: getattr(function, name)) is not None:
            escaped((function, name))
