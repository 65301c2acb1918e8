# Changes whatever can be changed, of everything that innocent.py looks at; what is refused is refused.
import abc
import argparse
import asyncio
import calendar
import codecs
import collections
import collections.abc
import contextvars
import copy
import csv
import dataclasses
import decimal
import enum
import fractions
import functools
import gc
import gettext
import hashlib
import html.entities
import http
import inspect
import ipaddress
import json
import keyword
import locale
import logging
import math
import mimetypes
import numbers
import operator
import pprint
import queue
import random
import re
import reprlib
import statistics
import string
import struct
import sys
import textwrap
import threading
import time
import tomllib
import types
import typing
import unicodedata
import unittest
import urllib.parse
import uuid
import warnings
import weakref
import zoneinfo

MODULES = [value for value in list(globals().values()) if isinstance(value, type(math))] + [collections.abc, html.entities, urllib.parse]


class Same:
    """Equal to everything, and a key like any."""
    key = 'a'

    def __eq__(self, other):
        return True

    def __hash__(self):
        return hash(self.key)

    def __len__(self):
        return 1


class Text(str):
    def __eq__(self, other):
        return True

    __hash__ = str.__hash__


def tried(change):
    try:
        change()
    except Exception:
        pass


def evil(*arguments, **keywords):
    return 'evil'


def changed(o):
    for change in (
        lambda: setattr(o, 'evil', 1),
        lambda: setattr(o, '__doc__', 'evil'),
        lambda: setattr(o, '__name__', 'evil'),
        lambda: setattr(o, '__init__', evil),
        lambda: setattr(o, '__call__', evil),
        lambda: type(o).__init__(o, 'evil', 'evil'),
        lambda: o.__init__('evil'),
        lambda: o.__init__(),
        lambda: vars(o).update(evil=1),
        lambda: vars(o).clear(),
        lambda: o.clear(),
        lambda: o.append('evil'),
        lambda: o.update({'evil': 1}),
        lambda: o.update({'evil;': 'evil', '.evil': 'text/evil'}),
        lambda: o.register(int),
        lambda: o.register(float),
        lambda: o.register(dict),
        lambda: object.__setattr__(o, 'evil', 1),
        lambda: type.__setattr__(o, 'evil', 1),
        lambda: setattr(o, '__annotations__', {'evil': 1}),
        lambda: o.__annotations__.update(evil=1),
        lambda: setattr(o, '__defaults__', (1, 2)),
        lambda: setattr(o, '__abstractmethods__', frozenset()),
        lambda: functools.update_wrapper(o, evil),
        lambda: dataclasses.dataclass(o),
        lambda: functools.total_ordering(o),
        lambda: abc.update_abstractmethods(o),
        lambda: enum.unique(o),
        lambda: typing.final(o),
        lambda: typing.runtime_checkable(o),
        lambda: typing.no_type_check(o),
        lambda: typing.dataclass_transform()(o),
        lambda: operator.setitem(o, 'evil', 1),
        lambda: o.__dict__.__setitem__('evil', 1),
        lambda: setattr(o, '__match_args__', ('evil',)),
        lambda: delattr(o, '__doc__'),
        lambda: o.cache_clear(),
        lambda: type(o).__set_name__(o, Same, 'evil'),
        lambda: contextvars.copy_context().run(setattr, o, 'evil', 1),
        lambda: o._cache.clear(),
        lambda: copy.copy(o).__init__('evil'),
        lambda: o.sort(),
        lambda: o.pop(),
        lambda: o.__class_getitem__(int).__init__(int, (int,)),
    ):
        tried(change)


for module in MODULES:
    changed(module)
    for name in dir(module):
        value = getattr(module, name, None)
        if isinstance(value, (list, dict, set, type)) or callable(value) or not isinstance(value, (int, str, float, tuple, bytes, type(None), type(math))):
            changed(value)
for cls in (object, type, int, str, list, dict, set, range, property, Exception, OSError, ExceptionGroup):
    changed(cls)
for member in (
    lambda: http.HTTPMethod.GET,
    lambda: http.HTTPStatus.OK,
    lambda: re.I,
    lambda: typing.List,
    lambda: typing.List[int],
    lambda: typing.Union[int, str],
    lambda: list[int],
    lambda: re.compile('a'),
    lambda: re.compile('a').search('a'),
    lambda: zoneinfo.ZoneInfo('Europe/Berlin'),
    lambda: logging.getLogger(),
    lambda: logging.getLogger('shared'),
    lambda: decimal.getcontext(),
    lambda: decimal.DefaultContext,
    lambda: decimal.BasicContext,
    lambda: threading.current_thread(),
    lambda: threading.main_thread(),
    lambda: csv.get_dialect('excel'),
):
    tried(lambda: changed(member()))

for change in (
    lambda: sys.setrecursionlimit(400),
    lambda: sys.set_int_max_str_digits(700),
    lambda: csv.field_size_limit(3),
    lambda: csv.register_dialect('evil', delimiter=';'),
    lambda: csv.register_dialect('excel', delimiter='!'),
    lambda: csv.unregister_dialect('unix'),
    lambda: decimal.setcontext(decimal.Context(prec=2)),
    lambda: setattr(decimal.DefaultContext, 'prec', 3),
    lambda: setattr(decimal.BasicContext, 'rounding', decimal.ROUND_UP),
    lambda: decimal.ExtendedContext.traps.update({decimal.Inexact: True}),
    lambda: decimal.localcontext().__enter__(),
    lambda: calendar.setfirstweekday(4),
    lambda: setattr(reprlib.aRepr, 'maxlist', 1),
    lambda: setattr(reprlib.aRepr, 'maxstring', 9),
    lambda: logging.basicConfig(level=1, force=True),
    lambda: logging.addLevelName(10, 'EVIL'),
    lambda: logging.addLevelName(77, 'EVIL'),
    lambda: logging.getLogger('shared').setLevel(3),
    lambda: logging.setLoggerClass(type('L', (logging.Logger,), {})),
    lambda: logging.disable(50),
    lambda: warnings.simplefilter('error'),
    lambda: warnings.filterwarnings('ignore'),
    lambda: warnings.resetwarnings(),
    lambda: warnings.catch_warnings(record=True).__enter__(),
    lambda: locale.setlocale(locale.LC_ALL, 'de_DE'),
    lambda: gc.disable(),
    lambda: gc.set_threshold(1),
    lambda: mimetypes.add_type('text/evil', '.evil'),
    lambda: mimetypes.add_type('text/evil', '.html'),
    lambda: mimetypes.init(),
    lambda: zoneinfo.ZoneInfo.clear_cache(),
    lambda: zoneinfo.reset_tzpath(to=['/evil']),
    lambda: re.purge(),
    lambda: re.compile(Text('a'), 2),
    lambda: re.compile(Text('evil')),
    lambda: [re.compile(str(i)) for i in range(600)],
    lambda: struct.Struct('<h').__init__('<q'),
    lambda: [struct.calcsize(f'{i}h') for i in range(150)],
    lambda: urllib.parse.urlsplit(Text('http://evil/')),
    lambda: urllib.parse.quote(Text('a b/ü')),
    lambda: codecs.register(evil),
    lambda: codecs.register_error('evil', evil),
    lambda: codecs.register_error('replace', evil),
    lambda: typing.overload(evil),
    lambda: typing.clear_overloads(),
    lambda: typing.List[Same()],
    lambda: typing.Union[Same(), int],
    lambda: typing.Literal[Same()],
    lambda: functools.singledispatch(evil).register(int, evil),
    lambda: keyword.kwlist.append('evil'),
    lambda: setattr(string.Template, 'delimiter', '!'),
    lambda: type('T', (string.Template,), {'delimiter': '!'}),
    lambda: copy.deepcopy(Same(), {id(Same): 1}),
    lambda: setattr(threading.current_thread(), 'name', 'evil'),
    lambda: threading.Thread(target=evil, name='evil').start(),
    lambda: threading.stack_size(1 << 20),
    lambda: threading.excepthook,
    lambda: contextvars.ContextVar('evil', default=1).set(2),
    lambda: asyncio.set_event_loop(None),
    lambda: asyncio.new_event_loop().set_debug(True),
    lambda: asyncio.set_event_loop_policy(None),
    lambda: random.seed(1),
    lambda: random.setstate(random.Random(3).getstate()),
    lambda: gettext.textdomain('evil'),
    lambda: gettext.bindtextdomain('evil', '/evil'),
    lambda: gettext.install('evil'),
    lambda: setattr(unittest.TestCase, 'maxDiff', 1),
    lambda: time.strptime(Text('2024-02-29'), Text('%Y-%m-%d')),
    lambda: time.strptime('evil', 'evil'),
    lambda: sys.intern(Text('evil')),
    lambda: setattr(sys, 'stdout', evil),
    lambda: setattr(sys, 'stderr', evil),
    lambda: setattr(sys, 'stdin', evil),
    lambda: setattr(sys, 'argv', ['evil'] * 9),
    lambda: sys.argv.append('evil'),
    lambda: json.JSONEncoder.__init__(json.JSONEncoder, indent=3),
    lambda: json.JSONDecoder.__init__(json, strict=False),
    lambda: numbers.Number.register(str),
    lambda: collections.abc.Mapping.register(float),
    lambda: collections.abc.Sized.register(int),
    lambda: issubclass(Same, collections.abc.Mapping),
    lambda: isinstance(Same(), typing.SupportsInt),
    lambda: enum.Enum('HTTPMethod', 'EVIL'),
    lambda: http.HTTPStatus._member_map_.update(EVIL=1),
    lambda: enum.EnumType.__call__(http.HTTPStatus, 'EVIL', 'EVIL'),
    lambda: setattr(http.HTTPStatus.OK, '_value_', 5),
    lambda: hashlib.algorithms_guaranteed.clear(),
    lambda: ipaddress._IPv4Constants,
    lambda: dataclasses.make_dataclass('D', ['x'], namespace={'__repr__': evil}),
    lambda: globals().update(len=evil, getattr=evil, evil_name=1),
    lambda: [exec for exec in (1,)],
):
    tried(change)


# The same places in the text as the innocent's: what has been decided for one guest is nobody else's.
class Formatter(string.Formatter):
    def __init__(self):
        self._vformat = self._lock = self._queue = 1


class Own:
    _vformat = _lock = _queue = 2

    def __init__(self):
        self._kept = 1


for i in range(300):
    for read in (lambda o: o._vformat, lambda o: o._kept, lambda o: o.__dict__, lambda o: o._lock, lambda o: o.format, lambda o: o._queue):
        for o in (Own(), Formatter(), Own):
            tried(lambda: read(o))
