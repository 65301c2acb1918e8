# technique: mocks and patches, which set what they are told to, of the library's modules and classes, of builtins, of what trusted code made
# source: own; unittest.mock is there, written as guest code
# goal: an attribute of a real module, class or function changed for others; what is private read through a mock that wraps it or has it for a spec
# impact: guard
import codecs
import collections
import decimal
import functools
import hashlib
import json
import string
import types
import unittest
from unittest import mock
from unittest.mock import MagicMock, Mock, PropertyMock, create_autospec, patch


def attempt(f):
    try:
        return f()
    except Exception:
        return None


def function():
    pass


class Own:
    def method(self):
        pass


marker = object()
# --- patches of what is not the guest's
for target, name in ((json, 'dumps'), (json.JSONEncoder, 'encode'), (collections, 'Counter'), (collections.Counter, 'update'), (decimal.Decimal, '__str__'), (dict, 'get'),
                     (print, '__name__'), (types, 'SimpleNamespace'), (types.SimpleNamespace, '__repr__'), (type(hashlib.shake_128()), 'digest'), (type(codecs.lookup('utf-8')), 'name'),
                     (functools.singledispatchmethod, '__get__'), (object, '__init__'), (type, '__call__'), (string.Formatter, 'get_field'), (unittest, 'TestCase'), (mock, 'patch')):
    for patcher in (lambda: patch.object(target, name, marker), lambda: patch.object(target, name, marker, create=True), lambda: patch.object(target, name, new_callable=PropertyMock),
                    lambda: patch.multiple(target, **{name: marker})):
        if attempt(lambda: patcher().start() and False) is False and attempt(lambda: getattr(target, name)) is marker:
            escaped(f'{target} {name}')
        attempt(mock.patch.stopall)
for name in ('builtins.open', 'builtins.print', 'os.system', 'sys.modules', 'json.decoder.scanner', 'json.codecs', 'collections.abc.sys', 'io.open', 'unittest.mock.module_named',
             'unittest.main_names', '__main__.function', 'logging.config.main_names', 'importlib.import_module', 'random._os', 'string._re', 'json.JSONEncoder.encode'):
    made = attempt(lambda: patch(name, marker).start())
    if made is not None and name.partition('.')[0] != '__main__':
        escaped(name)
for items in ('sys.modules', 'os.environ', 'json.__dict__', 'builtins.__dict__'):
    if attempt(lambda: patch.dict(items, {'a': 1}).start()) is not None:
        escaped(items)
for owner in (json, dict, collections.Counter, mock, unittest, types.SimpleNamespace):
    if attempt(lambda: patch.dict(vars(owner), {'a_name': 1}).start()) is not None and hasattr(owner, 'a_name'):
        escaped(owner)

# --- what a spec, or what is wrapped, tells
for spec in (function, Own, json, type, decimal.getcontext()):
    for made in (attempt(lambda: Mock(wraps=spec)), attempt(lambda: create_autospec(spec))):
        for name in ('__globals__', '__code__', '__closure__', '__builtins__', '__subclasses__', '__func__', '__self__', 'gi_frame', 'f_globals', '__loader__', '__reduce_ex__', '__class__'):
            found = attempt(lambda: made.__getattr__(name))
            if found is not None and not isinstance(found, (Mock, mock.NonCallableMock)):
                escaped(name)
            found = attempt(lambda: made.configure_mock(**{name: marker}) or True)
            if found and attempt(lambda: type(made)) is marker:
                escaped(name)

# --- special methods that no class of the guest's may define
for name in ('__getattribute__', '__instancecheck__', '__subclasscheck__', '__reduce__', '__reduce_ex__', '__prepare__', '__mro_entries__', '__class__', '__getstate__', '__subclasshook__', '__del__'):
    made = Mock()
    attempt(lambda: setattr(made, name, lambda *a: escaped(name)))
    if name in vars(type(made)):
        escaped('class ' + name)
    attempt(lambda: made.configure_mock(**{name: lambda *a: escaped(name)}))
    if name in vars(type(made)):
        escaped('configured ' + name)
    attempt(lambda: patch.object(Own, name, lambda *a: escaped(name), create=True).start())
    if name in vars(Own) and vars(Own)[name] is not None and name not in ('__class__',) and attempt(lambda: isinstance(1, Own)):
        escaped('patched ' + name)
attempt(mock.patch.stopall)


# --- others for self
class Lying:
    _machine = _most = name = func = property(lambda self: escaped)

    def __getattr__(self, name):
        return function


for method in (types.SimpleNamespace.__repr__, type(hashlib.shake_128()).digest, type(hashlib.shake_128()).copy, type(hashlib.shake_128()).update, functools.singledispatchmethod(function).register):
    for other in (Lying(), 1, 'x', json, function, Own, dict(), decimal.getcontext(), MagicMock()):
        for arguments in ((), (1,), (MagicMock(),)):
            found = attempt(lambda: method(other, *arguments))
            if found is not None and type(found).__name__ in ('frame', 'code', 'module', 'cell'):
                escaped(found)


class Index(int):
    def __index__(self):
        return 1 << 60

    def __gt__(self, other):
        return False

    def __lt__(self, other):
        return False


attempt(lambda: hashlib.shake_128(b'').digest(Index(1 << 60)))


class Dispatched:
    def __init__(self, name):
        self.name = name

    def __getattr__(self, name):
        return {'x': marker}


attempt(lambda: functools.singledispatchmethod(Dispatched('x')).__get__(1, Own))
if attempt(lambda: getattr(functools.singledispatchmethod(function).__get__(1, Own), '__glob' + 'als__')) is not None:
    escaped('__globals__')


# --- names of codecs
class Name(str):
    def lower(self):
        return escaped('lower')

    def __str__(self):
        return escaped('str')


for name in ('../../etc/passwd', 'os', 'encodings.aliases', '__init__', 'aliases', 'undefined', 'mbcs', '\0', 'a' * 100000, Name('utf-8'), b'utf-8', None, MagicMock(), 'utf_8.__dict__'):
    found = attempt(lambda: codecs.lookup(name))
    if found is not None and type(found.name) is not str:
        escaped(name)
for part in ('encode', 'decode'):
    for name in ('__globals__', '__closure__', '__code__', '__defaults__'):
        if attempt(lambda: getattr(getattr(codecs.lookup('utf-8'), part), name)) is not None:
            escaped(name)
