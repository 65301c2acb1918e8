# technique: deepcopy() puts into the memo what it copies: the list of originals that it keeps alive, and the namespaces of the library's objects
# source: reading Python's library
# goal: read private attributes of a library's objects
# impact: introspect
import copy
import configparser
import functools
import textwrap
import random
import string
import types


class Memo(dict):
    def __init__(self):
        self.seen = []

    def __setitem__(self, key, value):
        self.seen.append(value)
        dict.__setitem__(self, key, value)


class Mine:
    def __init__(self):
        self.kept = [1]


for thing in (configparser.ConfigParser(), random.Random(1), configparser.ConfigParser()['DEFAULT'], functools.partial(len), types.SimpleNamespace(a=Mine())):
    for memo in (Memo(), {}):
        try:
            made = copy.deepcopy(thing, memo)
        except TypeError:
            pass
        found = memo.seen if type(memo) is Memo else list(memo.values())
        for value in [*found, *[item for value in found if type(value) is list for item in value]]:
            if isinstance(value, dict) and any(isinstance(name, str) and name in ('_defaults', '_parser', 'gauss_next', 'keywords', 'a') for name in value):
                escaped(value)
    if type(made) is not type(thing):
        escaped('a copy is another')
namespace = types.SimpleNamespace(a=[1])
namespace.b, namespace.me = namespace.a, namespace
made = copy.deepcopy(namespace)
if made.a is not made.b or made.me is not made or made.a is namespace.a:
    escaped('a copy is another')
