# technique: a dataclass's __init__(), which the library writes, called with one of the library's classes for self; its fields have the names that abc keeps in classes
# source: own
# goal: a data descriptor of the guest's in a class of the library's, which abc asks
# impact: guard
import collections.abc
import contextlib
import dataclasses
import enum
import fractions
import numbers

told = []


class Answer:
    def __get__(self, o, cls=None):
        told.append(o)
        return self

    def __set__(self, o, value):
        told.append(value)

    def __contains__(self, cls):
        told.append(cls)
        return True

    def __iter__(self):
        return iter(())

    def add(self, cls):
        told.append(cls)


names = ('_abc_registry', '_abc_cache', '_abc_negative_cache', '_abc_negative_cache_version', '_abc_invalidation_counter', '_abc_impl', '_abc_other')
targets = (fractions.Fraction, numbers.Number, collections.abc.Mapping, collections.abc.Iterable, contextlib.AbstractContextManager, enum.EnumType)
for name in names:
    made = dataclasses.make_dataclass('Made', [name])

    class Own:
        def __init__(self, value):
            setattr(self, name, value)

    for target in targets:
        for set_it in (made.__init__, Own.__init__, lambda o, value: setattr(o, name, value), lambda o, value: type.__setattr__(o, name, value)):
            try:
                set_it(target, Answer())
            except (TypeError, AttributeError):
                continue
            escaped((set_it, target, name))
for target in targets:
    isinstance('x', target)
if isinstance('x', collections.abc.Mapping) or isinstance('x', numbers.Number) or told:
    ESCAPED = told
# What abc keeps itself goes on to be kept.


class Base(collections.abc.Sized):
    def __len__(self):
        return 0


numbers.Number.register(Base)
if not isinstance(Base(), numbers.Number) or not isinstance(Base(), collections.abc.Sized) or isinstance(3, collections.abc.Sized):
    ESCAPED = Base
