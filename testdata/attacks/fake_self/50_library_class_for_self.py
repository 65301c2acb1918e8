# technique: methods of the library that set attributes, called with one of the library's classes for self: a data descriptor there answers for what its objects hold
# source: own
# goal: an attribute of a class of the library's that is the guest's
# impact: guard
import abc
import argparse
import calendar
import collections
import contextlib
import dataclasses
import datetime
import decimal
import enum
import fractions
import functools
import graphlib
import html.parser
import io
import json
import random
import re
import statistics
import string
import sys
import textwrap
import types
import typing
import weakref

found = []


class Answer:
    """A data descriptor that says what it wants."""

    def __get__(self, o, cls=None):
        found.append(o)
        return self

    def __set__(self, o, value):
        found.append((o, value))

    def __iter__(self):
        return iter(())

    def __call__(self, *arguments, **keywords):
        return self

    def __hash__(self):
        return 1


@dataclasses.dataclass(frozen=True)
class Frozen:
    data: object


@dataclasses.dataclass
class Plain:
    data: object


modules = (abc, argparse, calendar, collections, contextlib, dataclasses, datetime, decimal, enum, fractions, functools, graphlib,
           html.parser, io, json, random, re, statistics, string, textwrap, types, typing, weakref)
classes = []
for module in modules:
    for name in dir(module):
        try:
            cls = getattr(module, name)
        except AttributeError:
            continue
        if isinstance(cls, type) and cls not in classes:
            classes.append(cls)
classes += [type(re.compile('')), type(re.match('', '')), type(json.JSONEncoder()), type(random.Random())]
before = {}
for cls in classes:
    before[cls] = set(dir(cls))

answer = Answer()
setters = [Frozen.__init__, Plain.__init__]
for cls in classes:
    for name in ('__init__', '__setstate__', '__set_name__', '__enter__', 'seed', 'reset', 'feed', 'clear', '_init', 'setcbreak', 'update_abstractmethods'):
        try:
            setters.append(getattr(cls, name))
        except AttributeError:
            pass
targets = [collections.UserString, collections.UserList, collections.UserDict, weakref.WeakValueDictionary, weakref.WeakSet, enum.EnumType,
           enum.Enum, type(re.compile('')), type(re.match('', '')), string.Formatter, string.Template, json.JSONEncoder, json.JSONDecoder,
           fractions.Fraction, decimal.Decimal, datetime.date, contextlib.ExitStack, contextlib.AbstractContextManager,
           functools.cached_property, functools.singledispatchmethod, dataclasses.Field, random.Random, textwrap.TextWrapper, abc.ABCMeta,
           typing.Generic, typing.TypeVar, typing.NamedTuple, types.SimpleNamespace, argparse.ArgumentParser, calendar.Calendar,
           collections.OrderedDict, collections.Counter, collections.ChainMap, statistics.NormalDist, html.parser.HTMLParser]
for target in targets:
    for setter in setters:
        for arguments in ((target,), (target, answer), (target, answer, answer), (target, answer, answer, answer)):
            try:
                setter(*arguments)
            except BaseException as error:
                if isinstance(error, (KeyboardInterrupt, MemoryError)):
                    raise
sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
for cls in classes:
    for name in set(dir(cls)) - before[cls]:
        if name[:5] != '_abc_' and name != '__slotnames__':
            escaped((cls, name))


# What type() does for a metaclass's answer.
class Own(type):
    def __new__(mcls, name, bases, namespace, **keywords):
        return fractions.Fraction


class Both(abc.ABCMeta, Own):
    pass


for make in (lambda: Both('C', (), {}), lambda: abc.update_abstractmethods(fractions.Fraction), lambda: functools.total_ordering(fractions.Fraction),
             lambda: dataclasses.dataclass(fractions.Fraction), lambda: setattr(fractions.Fraction, 'x', 1), lambda: delattr(fractions.Fraction, 'limit_denominator'),
             lambda: type.__setattr__(fractions.Fraction, 'x', 1), lambda: object.__setattr__(fractions.Fraction, 'x', 1)):
    try:
        make()
    except (TypeError, AttributeError, ValueError):
        pass
try:
    if fractions.Fraction(1, 2) + 1 != fractions.Fraction(3, 2) or hasattr(fractions.Fraction, 'x'):
        ESCAPED = fractions.Fraction
except TypeError as error:
    ESCAPED = error
