# technique: every __init__() of the library that sets plain attributes is called with classes for self on which the guards themselves depend: of weak dictionaries, patterns, matches, filter()
# source: reading Python's library
# goal: a guard that takes a library's class for the guest's own, or any name for a field's
# impact: guard
import argparse
import calendar
import csv
import dataclasses
import enum
import functools
import hmac
import html.parser
import json
import queue
import re
import reprlib
import sched
import string
import textwrap
import types
import typing
import uuid
import weakref

asked = []


class Answers:
    """Takes everything for what it is asked for, and notes who asks."""

    def __call__(self, *arguments, **options):
        asked.extend(arguments)
        return self

    def __getattr__(self, name):
        if name[:2] == '__':
            raise AttributeError(name)
        return self

    def __getitem__(self, key):
        return self

    def __iter__(self):
        return iter(())

    def __bool__(self):
        return True


answers = Answers()


def kept():
    class Kept:
        pass

    return Kept


own = kept()
victims = [
    weakref.WeakValueDictionary, type(weakref.WeakValueDictionary({1: own}).valuerefs()[0]), weakref.WeakSet, re.Pattern, re.Match, filter,
    functools.update_wrapper, getattr, types.new_class, string.Formatter, argparse.Namespace, enum.property, json, calendar, functools,
]
condition = type(queue.Queue().not_empty)
alias = type(typing.List[int])
inits = [
    argparse.Action, argparse.ArgumentParser, argparse.HelpFormatter, argparse.ArgumentError, json.JSONEncoder, json.JSONDecoder, condition,
    dataclasses.Field, uuid.UUID, type(calendar.month_name), type(calendar.day_name), textwrap.TextWrapper, reprlib.Repr, queue.Queue, sched.scheduler,
    csv.DictReader, csv.DictWriter, string.Template, re.Pattern, re.Match, typing.NewType, alias, alias.__mro__[1], alias.__mro__[2], functools.partialmethod,
    functools.singledispatchmethod, functools.cached_property, enum.auto, enum.member, enum.property, enum.property.__mro__[1], html.parser.HTMLParser,
    type(hmac.new(b'k', digestmod='md5')), filter, weakref.WeakValueDictionary, weakref.WeakSet, calendar.IllegalMonthError, dataclasses.InitVar,
]
for victim in victims:
    for cls in inits:
        for arguments in ((), (answers,), ('items', answers), (answers,) * 2, (answers,) * 4, (answers,) * 8):
            try:
                cls.__init__(victim, *arguments)
            except Exception:
                pass


def function():
    pass


for name in ('__globals__', '__code__', '__closure__'):
    for found in (lambda: getattr(function, name), lambda: getattr(json.dumps, name), lambda: getattr(kept(), name)):
        try:
            escaped(found())
        except AttributeError:
            pass
for name in ('__globals__', 'x: int=asked.clear(), y'):
    try:
        made = dataclasses.make_dataclass('Made', [(name, object)])
    except Exception:
        continue
    escaped(made)
for change in (lambda: setattr(json.JSONEncoder, 'changed', 1), lambda: setattr(weakref.WeakSet, 'changed', 1), lambda: setattr(function.__class__, 'changed', 1)):
    try:
        change()
    except (AttributeError, TypeError):
        continue
    escaped(change)
for found in asked:
    if isinstance(found, weakref.WeakValueDictionary) or type(found) is type(json) and found not in victims:
        escaped(found)
