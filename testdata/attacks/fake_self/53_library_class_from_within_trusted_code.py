# technique: methods of the library, bound to one of its classes by partial(), as what trusted code and the library call of a guest's objects: no frame of the guest's is seen
# source: own
# goal: an attribute of a class of the library's that is the guest's
# impact: guard
import collections
import contextlib
import dataclasses
import fractions
import functools
import io
import json
import pprint
import sys
import typing
import warnings

before = set(dir(fractions.Fraction)), set(dir(json.JSONEncoder))


class Answer(str):
    def __get__(self, o, cls=None):
        return self

    def __set__(self, o, value):
        pass


setters = []
for cls in (fractions.Fraction, json.JSONEncoder):
    for method in (collections.UserString.__init__, functools.singledispatchmethod.__init__, contextlib.redirect_stdout.__init__,
                   typing.NewType.__init__, json.JSONDecoder.__init__, warnings.catch_warnings.__init__):
        setters.append(functools.partial(method, cls))
        setters.append(functools.partial(method, cls, Answer('x')))


class Speaking:
    pass


def speaking(setter):
    class Spoken:
        __repr__ = __str__ = __format__ = __hash__ = __eq__ = __lt__ = __len__ = __iter__ = __index__ = __bool__ = __getattr__ = setter
        write = flush = readline = read = __enter__ = __exit__ = __call__ = setter
        __module__ = 'typing'

    return Spoken()


def uses(o):
    def __init__(self, a: o = o) -> o:
        pass

    yield lambda: dataclasses.dataclass(type('Made', (), {'__init__': __init__, '__annotations__': {'a': o}}))
    yield lambda: dataclasses.make_dataclass('Made', [('a', o, dataclasses.field(default=o))])
    yield lambda: repr(o) + str(o) + format(o) + f'{o}'
    yield lambda: print(o)
    yield lambda: print('x', file=o)
    yield lambda: json.dumps({o: o}, default=o)
    yield lambda: pprint.pprint([o, {1: o}])
    yield lambda: sorted([o, o])
    yield lambda: functools.reduce(o, [1, 2])
    yield lambda: typing.get_type_hints(__init__)
    yield lambda: typing.Optional[o]
    yield lambda: contextlib.ExitStack().enter_context(o)
    yield lambda: functools.singledispatch(o)
    yield lambda: functools.cached_property(o).__set_name__(fractions.Fraction, 'cached')
    yield lambda: io.StringIO().writelines(o)
    yield lambda: setattr(sys, 'stdout', o) or print('x') or warnings.warn('w')
    yield lambda: setattr(sys, 'stderr', o) or warnings.warn('v') or print('y', file=sys.stderr)
    yield lambda: setattr(sys, 'stdin', o) or input()


for setter in setters:
    for use in uses(speaking(setter)):
        try:
            use()
        except Exception:
            pass
        finally:
            sys.stdout, sys.stderr, sys.stdin = sys.__stdout__, sys.__stderr__, sys.__stdin__
for cls, names in zip((fractions.Fraction, json.JSONEncoder), before):
    for name in set(dir(cls)) - names - {'__slotnames__'}:
        if name[:5] != '_abc_':
            escaped((cls, name))
