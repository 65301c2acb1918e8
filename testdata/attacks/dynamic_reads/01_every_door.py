# technique: names known only at run time, through every library function that reads, calls or builds for the guest
# goal: one of them that answers
# impact: exec
import collections
import copy
import dataclasses
import enum
import functools
import json
import operator
import string
import types
import typing
def f():
    yield 1
g = f()
class E(enum.Enum):
    A = 1
class Annotated:
    pass
Annotated.__annotations__ = {'x=print(1)': int}
class Late:
    def __format__(self, spec):
        return spec
doors = {
    'convert': lambda: E._convert_('X', 'sys', lambda n: n == 'modules'),
    'partial': lambda: functools.partial(getattr, g, 'gi_frame')(),
    'map': lambda: list(map(getattr, [g], ['gi_frame'])),
    'call': lambda: operator.call(getattr, g, 'gi_frame'),
    'method type': lambda: types.MethodType(getattr, g)('gi_frame'),
    'binding': lambda: str.upper.__get__('a')(),
    'dict of a type': lambda: types.FunctionType.__dict__['__globals__'],
    'vars of a type': lambda: vars(types.FunctionType),
    'object protocol': lambda: object.__getattribute__(g, 'gi_frame'),
    'type protocol': lambda: type.__getattribute__(int, '__subclasses__'),
    'super protocol': lambda: super(int, 1).__getattribute__('__subclasshook__'),
    'forward reference': lambda: typing.List['1+1'].__args__[0]._evaluate({}, {}, frozenset()),
    'namedtuple': lambda: collections.namedtuple('X', ['a=__import__']),
    'make_dataclass': lambda: dataclasses.make_dataclass('X', [('a=1', int)]),
    'dataclass': lambda: dataclasses.dataclass(Annotated),
    'function type': lambda: type(f)(None, {}),
    'new class': lambda: types.new_class('X', (), {}, lambda ns: ns.update(__getattribute__=1)),
    'attrgetter': lambda: operator.attrgetter('gi_frame.f_globals')(g),
    'methodcaller': lambda: operator.methodcaller('__getattribute__', 'gi_frame')(g),
    'partial format': lambda: functools.partial(str.format, '{0.gi_frame}')(g),
    'unbound format': lambda: list(map(str.format, ['{0.gi_frame}'], [g])),
    'format in a spec': lambda: '{0:{1.gi_frame}}'.format(Late(), g),
    'user string': lambda: collections.UserString('{0.gi_frame}').format(g),
    'formatter': lambda: string.Formatter().vformat('{0.gi_frame}', (g,), {}),
    'copy': lambda: copy.copy(g),
    'class of an enum': lambda: setattr(E, '__class__', int),
    'code': lambda: setattr(f, '__code__', 1),
    'module': lambda: setattr(json, 'dumps', 1),
    'library class': lambda: delattr(json.JSONEncoder, 'default'),
    'library class by type': lambda: type.__setattr__(json.JSONEncoder, 'default', 1),
    'library class by object': lambda: object.__setattr__(json.dumps, 'planted', 1),
    'wrapper': lambda: functools.update_wrapper(f, g, assigned=('gi_frame',), updated=()).gi_missing,
}
for name, door in doors.items():
    try:
        door()
    except (AttributeError, TypeError, ValueError):
        continue
    escaped(name)
