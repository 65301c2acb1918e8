# technique: everything that has to be refused is tried with each number of calls that may be left, so that the end of the stack falls on each line of the guard
# source: own
# goal: a decision that is kept from a guard which did not come to its end; a class that nobody has looked at
# impact: guard
import abc
import collections
import copy
import dataclasses
import enum
import functools
import operator
import string
import sys
import types
import typing

captured = []


class Base:
    def __init_subclass__(cls, **keywords):
        captured.append(cls)


class Meta(type):
    def __init__(cls, name, bases, names, **keywords):
        captured.append(cls)

    def __new__(metacls, name, bases, names, **keywords):
        made = type.__new__(metacls, name, bases, names)
        captured.append(made)
        return made


class Named:
    def __set_name__(self, owner, name):
        captured.append(owner)


def victim():
    pass


def f(self, *arguments):
    return (object, ())


class Own:
    pass


def generator():
    yield


class Unseen(abc.ABC):
    __match_args__ = ('__globals__',)


Unseen.register(types.FunctionType)


def by_match():
    match victim:
        case Unseen(x):
            return x
    raise TypeError


def wrapped():
    pass


def after_error():
    try:
        None.x
    except AttributeError as e:
        return getattr(e.__traceback__, 'tb_frame')


bad = ('__getstate__', '__mro_entries__')
doors = []
for name in bad:
    doors += [
        lambda name=name: type('T', (Base,), {name: f, 'x': Named()}),
        lambda name=name: type('T', (), {'a': Named(), name: f}),
        lambda name=name: Meta('T', (Base,), {name: f}),
        lambda name=name: abc.ABCMeta('T', (Base,), {name: f}),
        lambda name=name: types.new_class('T', (Base,), {}, lambda names: names.update({name: f})),
        lambda name=name: types.new_class('T', (Base,), {'metaclass': Meta}, lambda names: names.update({name: f})),
        lambda name=name: setattr(Own, name, f),
        lambda name=name: type.__setattr__(Own, name, f),
        lambda name=name: object.__setattr__(Own, name, f),
        lambda name=name: enum.EnumType('E', (enum.Enum,), {name: f}),
        lambda name=name: collections.namedtuple('N', [name]),
        lambda name=name: typing.NamedTuple('N', [(name, int)]),
        lambda name=name: dataclasses.make_dataclass('D', [(name, int, 1)]),
        lambda name=name: dataclasses.make_dataclass('D', [], namespace={name: f}, bases=(Base,)),
    ]
for name in ('__globals__',):
    doors += [
        lambda name=name: getattr(victim, name),
        lambda name=name: operator.attrgetter(name)(victim),
        lambda name=name: ('{0.' + name + '}').format(victim),
        lambda name=name: '{x.%s}'.__mod__(name).format_map({'x': victim}),
        lambda name=name: string.Formatter().format('{0.' + name + '}', victim),
        lambda name=name: object.__getattribute__(victim, name),
        lambda name=name: types.FunctionType.__getattribute__(victim, name),
        lambda name=name: super(types.FunctionType, victim).__getattribute__(name),
        lambda name=name: functools.update_wrapper(wrapped, victim, assigned=(name,)) and wrapped.__dict__[name],
        lambda name=name: functools.reduce(getattr, [victim, name]),
        lambda name=name: typing.get_type_hints(types.SimpleNamespace(__annotations__={'x': 'victim.' + name})),
        lambda name=name: dir(victim).index(name),
    ]
doors += [
    by_match, after_error,
    lambda: getattr(generator(), 'gi_frame'), lambda: getattr(generator(), 'gi_code'),
    lambda: getattr(type, '__subclasses__'), lambda: getattr(Own, '__subclasses__')(),
    lambda: getattr(len, '__self__'), lambda: getattr([].append, '__self__'), lambda: getattr(typing, 'sys'), lambda: getattr(collections, '_sys'),
    lambda: setattr(dict, 'x', 1), lambda: setattr(collections.OrderedDict, 'x', 1), lambda: setattr(typing, 'x', 1), lambda: setattr(enum.Enum, 'x', 1),
    lambda: setattr(functools.wraps, 'x', 1), lambda: type.__setattr__(string.Template, 'x', 1), lambda: delattr(string.Template, 'template'),
    lambda: setattr(string.Template, '__init__', f), lambda: functools.update_wrapper(string.Template, victim), lambda: functools.total_ordering(string.Template),
    lambda: dataclasses.dataclass(string.Template), lambda: getattr(copy.copy, '__globals__'), lambda: vars(copy.copy), lambda: getattr(vars(copy)['deepcopy'], '__globals__'),
    lambda: typing.runtime_checkable(typing.SupportsInt) and setattr(typing.SupportsInt, 'x', 1), lambda: object.__getattribute__(typing.List, '__dict__'),
]


def look_at(e, depth=0):
    while e is not None and depth < 6:
        for name in ('obj', 'name', 'path', 'args', 'name_from'):
            try:
                value = getattr(e, name)
            except AttributeError:
                continue
            for each in value if type(value) is tuple else (value,):
                if not (each is None or type(each) is str and 'java' not in each.lower() and 'truffle' not in each or each is victim):
                    escaped((name, each))
        e, depth = e.__context__ or e.__cause__, depth + 1


def survey(number, door):
    settled = 0
    for limit in range(3, 90):
        try:
            sys.setrecursionlimit(limit)
        except RecursionError:
            continue
        try:
            got = door()
            done = True
        except BaseException:
            sys.setrecursionlimit(1000)
            e = sys.exception()
            look_at(e)
            done = False
            settled += type(e) is not RecursionError
        sys.setrecursionlimit(1000)
        if done:
            escaped((number, limit, got))
        if captured:
            escaped((number, limit, captured))
        if settled > 1:
            return
    escaped((number, 'never settled'))


for number, door in enumerate(doors):
    captured.clear()
    survey(number, door)
