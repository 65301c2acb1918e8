# technique: o.__dict__ = {...} with special names as keys, on everything that takes it
# goal: an object whose class, code or bases are what the dict says
# impact: escape
import collections
import functools
import types


class Plain:
    pass


class Fields(dict):
    pass


def f():
    return 1


def tried(g):
    try:
        return g()
    except Exception:
        return None


BAD = {'__class__': type, '__mro_entries__': lambda bases: (object,), '__globals__': {}, '__code__': f, '__self__': f, '__func__': f,
       '__wrapped__': f, '__getattribute__': f, '__reduce_ex__': lambda protocol: (f, ())}
holders = [Plain(), Fields(), f, ValueError(), functools.partial(f), functools.lru_cache(f), collections.Counter(),
           collections.OrderedDict(), types.SimpleNamespace(), collections.UserDict(), Plain, int, types, (x for x in ()), f.__get__(1)]
for o in holders:
    def put():
        o.__dict__ = dict(BAD)
    tried(put)
    if not isinstance(o, type) and (type(o) is type or o.__class__ is type):
        ESCAPED = 'class changed'
    found = tried(lambda: getattr(o, '__globals__'))
    if found is not None:
        ESCAPED = 'globals'
    made = tried(lambda: type('X', (o,), {})) if not isinstance(o, type) else None
    if made is not None:
        ESCAPED = 'made a class of it'

import copy


class Target:
    pass


def reduced(made, state):
    p = Plain()
    p.__dict__ = {'__reduce_ex__': lambda protocol: (lambda: made, (), state)}
    for copier in (copy.copy, copy.deepcopy):
        tried(lambda: copier(p))


reduced(Target, (None, {'__getattribute__': lambda self, name: 'lie', 'put': 1}))
if tried(lambda: Target.put) is not None or tried(lambda: Target().anything) is not None:
    ESCAPED = 'copy set attributes of a class'
reduced(Target(), (None, {'__class__': type}))
for module in (collections, functools, types, copy):
    reduced(module, {'put': 1})
    reduced(module, (None, {'put': 1}))
    if tried(lambda: module.put) is not None:
        ESCAPED = 'copy set attributes of a module'
for bare in (len, int.__add__, Target.__init__):
    reduced(bare, {'__self__': 1})
