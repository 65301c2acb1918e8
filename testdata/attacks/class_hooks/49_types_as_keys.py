# technique: as 48, by what trusted code looks up under the type of a value: a metaclass answers for the hash, and is handed the keys
# source: own; read after 48
# goal: a type that guests are not given, or code of the runtime called with the guest's object for one of Python's
# impact: introspect
import copy
import inspect
import pprint
import sys
import types

given = [int, bool, float, complex, str, bytes, bytearray, tuple, list, dict, set, frozenset, type(None), object, range, slice, type, property,
         types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType, types.FunctionType, types.MethodType, types.SimpleNamespace,
         types.MappingProxyType, memoryview, super, staticmethod, classmethod, BaseException, Exception]
seen = []


class Meta(type):
    wanted = None

    def __hash__(cls):
        return hash(Meta.wanted)

    def __eq__(cls, other):
        if not any(other is one for one in given) and other is not cls:
            seen.append(other)
        return True


class Lying(metaclass=Meta):
    def __getattr__(self, name):
        return self

    def __len__(self):
        return 3

    def __iter__(self):
        return iter((1, 2, 3))

    def __index__(self):
        return 1


for Meta.wanted in given:
    for look in (sys.getsizeof, inspect.getgeneratorstate, inspect.getcoroutinestate, copy.copy, copy.deepcopy, pprint.pformat, inspect.signature,
                 inspect.isgenerator, str, repr, vars, dir, iter, len, list):
        try:
            look(Lying())
        except Exception:
            pass
# What the library keeps by types is Python's own, and guests may ask for it; not what the runtime is made of.
hidden = [one for one in seen if isinstance(one, type) and one.__module__ not in ('builtins', 'types', 'collections', 'enum', 'datetime', 'decimal', 'fractions')]
if any('pyrestrict' in repr(one) or 'polyglot' in repr(one) or 'foreign' in repr(one).lower() for one in hidden):
    escaped(hidden)
