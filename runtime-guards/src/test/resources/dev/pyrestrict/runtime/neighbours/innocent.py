# What a guest finds of the library, the builtins and the runtime: the same, whoever ran before it in this engine, or runs beside it.
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
import difflib
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

MODULES = (abc, argparse, asyncio, calendar, codecs, collections, collections.abc, copy, csv, dataclasses, decimal, difflib, enum, fractions, functools, gc,
           gettext, hashlib, http, inspect, ipaddress, json, keyword, locale, logging, math, mimetypes, numbers, operator, pprint, queue, random, re, reprlib,
           statistics, string, struct, sys, textwrap, threading, time, tomllib, types, typing, unicodedata, unittest, urllib.parse, uuid, warnings, weakref, zoneinfo)


def shown(read):
    try:
        return repr(read())
    except Exception as error:
        return f'{type(error).__name__}: {error}'


def told(what, read):
    print(what, shown(read))


# --- what modules and their classes hold -------------------------------------------------------------

for module in MODULES:
    told('module', lambda: (module.__name__, module.__doc__ and module.__doc__[:40], dir(module)))
    for name in dir(module):
        value = getattr(module, name, None)
        if isinstance(value, type):
            told(name, lambda: (value.__name__, value.__module__, value.__doc__ and value.__doc__[:40], sorted(dir(value)), [k.__name__ for k in value.__mro__],
                                sorted(getattr(value, '__abstractmethods__', ()))))
        elif callable(value):
            told(name, lambda: (value.__name__, value.__doc__ and value.__doc__[:40], sorted(vars(value)) if hasattr(value, '__dict__') else ''))
        elif isinstance(value, (int, str, float, tuple, frozenset)):
            if name not in ('argv', 'tzname'):
                told(name, lambda: value)
        elif isinstance(value, (list, dict, set)):
            told(name, lambda: sorted(map(str, value)))

# --- classes of the builtins ---------------------------------------------------------------------------

for cls in (object, type, int, bool, float, complex, str, bytes, bytearray, memoryview, list, tuple, dict, set, frozenset, range, slice, property, classmethod,
            staticmethod, super, enumerate, zip, map, filter, reversed, BaseException, Exception, ExceptionGroup, OSError, ImportError, UnicodeError):
    told(cls, lambda: (cls.__name__, sorted(dir(cls)), cls.__doc__ and cls.__doc__[:40], [k.__name__ for k in cls.__mro__]))

# --- what abstract classes have been told and have found out ------------------------------------------

KINDS = (int, float, str, list, dict, set, types.SimpleNamespace, type(None), types.FunctionType, range, types.GeneratorType, decimal.Decimal, fractions.Fraction)
for cls in (*[getattr(collections.abc, name) for name in dir(collections.abc) if isinstance(getattr(collections.abc, name), type)], numbers.Number, numbers.Real, numbers.Integral):
    told(cls.__name__, lambda: [issubclass(kind, cls) for kind in KINDS])


class Same:
    def __len__(self):
        return 1


class Protocol(typing.Protocol):
    def __len__(self): ...


told('sized', lambda: (isinstance(Same(), collections.abc.Sized), issubclass(Same, collections.abc.Mapping), isinstance(Same(), typing.SupportsInt)))
told('protocol', lambda: issubclass(Same, typing.runtime_checkable(Protocol)))

# --- settings, registries and caches --------------------------------------------------------------------

for what, read in {
    'recursion': lambda: sys.getrecursionlimit(),
    'digits': lambda: (sys.get_int_max_str_digits(), len(str(10 ** 4000))),
    'too many digits': lambda: int('1' * 5000),
    'csv': lambda: (csv.list_dialects(), csv.field_size_limit(), vars(csv.get_dialect('excel')) if hasattr(csv.get_dialect('excel'), '__dict__') else csv.get_dialect('excel').delimiter),
    'decimal': lambda: (decimal.getcontext(), decimal.DefaultContext, decimal.BasicContext, decimal.ExtendedContext, decimal.Decimal(1) / 3),
    'decimal in place': lambda: (decimal.localcontext(), decimal.getcontext().flags)[1],
    'calendar': lambda: (calendar.firstweekday(), calendar.month(2024, 2), calendar.day_name[0], list(calendar.month_abbr)),
    'reprlib': lambda: (reprlib.aRepr.maxlist, reprlib.repr('x' * 100)),
    'json': lambda: (json.dumps({'b': 1, 'a': [1.0, None]}), json.loads('[1.5, "x", null]')),
    'json classes': lambda: (json.JSONEncoder().item_separator, json.JSONEncoder.item_separator, json.JSONDecoder().strict),
    'logging': lambda: (logging.getLogger().level, logging.getLogger().handlers, logging.getLevelName(10), logging.getLevelName(77), logging.getLogger('shared').level,
                        logging.getLogger('shared').filters, logging.raiseExceptions, logging.getLoggerClass()),
    'warnings': lambda: warned(),
    'locale': lambda: (locale.localeconv(), locale.getlocale()),
    'gc': lambda: (gc.isenabled(), gc.get_threshold(), gc.get_count()[1:] and 0),
    'mimetypes': lambda: (mimetypes.guess_type('x.evil'), mimetypes.guess_type('x.html'), mimetypes.types_map.get('.evil'), mimetypes.guess_extension('text/evil')),
    'zones': lambda: (zoneinfo.ZoneInfo('Europe/Berlin').utcoffset(None), zoneinfo.ZoneInfo('Europe/Berlin').key, hasattr(zoneinfo.ZoneInfo('Europe/Berlin'), 'evil')),
    'patterns': lambda: [(re.compile(text).pattern, re.compile(text).flags, re.findall(text, 'evil a 1')) for text in ('a', 'evil', r'\d', '(?i)A', 'x(?P<n>y)')],
    'replaced': lambda: re.sub('a', r'[\g<0>]', 'banana'),
    'pattern marks': lambda: (hasattr(re.compile('a'), 'evil'), hasattr(re.compile('a').search('a'), 'evil')),
    'struct': lambda: (struct.pack('<hI', 1, 2), struct.Struct('<h').size, struct.calcsize('>q')),
    'urls': lambda: (urllib.parse.urlsplit('http://h/p?q#f'), urllib.parse.quote('a b/ü'), urllib.parse.unquote('%41')),
    'codecs': lambda: ('ü'.encode('latin-1'), codecs.encode('ab', 'rot13'), b'\xff'.decode('utf-8', 'replace'), 'x'.encode('evil')),
    'error handlers': lambda: '\udcff'.encode('utf-8', 'evil'),
    'overloads': lambda: typing.get_overloads(warned),
    'typing': lambda: (typing.List[int], typing.Union[int, str], typing.Optional[int], typing.List[int] is typing.List[int], typing.get_type_hints(hinted)),
    'typing marks': lambda: (hasattr(typing.List, 'evil'), hasattr(typing.List[int], 'evil'), hasattr(typing.Union[int, str], 'evil')),
    'generic alias': lambda: hasattr(list[int], 'evil'),
    'singledispatch': lambda: functools.singledispatch(lambda x: 'object')(1),
    'enum': lambda: ([(m.name, m.value) for m in http.HTTPMethod], http.HTTPStatus(404).phrase, re.RegexFlag(2), hasattr(re.I, 'evil'), hasattr(http.HTTPStatus.OK, 'evil'), re.I | re.M),
    'enum maps': lambda: (len(http.HTTPStatus.__members__), 'EVIL' in http.HTTPStatus.__members__),
    'html': lambda: (html.entities.html5.get('evil;'), html.entities.name2codepoint.get('evil'), len(html.entities.entitydefs)),
    'keyword': lambda: ('evil' in keyword.kwlist, keyword.iskeyword('evil'), len(keyword.softkwlist)),
    'string': lambda: (string.ascii_letters, string.Template('$evil').safe_substitute(evil=1), string.Template.delimiter, string.capwords('a b')),
    'textwrap': lambda: textwrap.fill('a b c d', 3),
    'pprint': lambda: pprint.pformat({'b': [1, 2], 'a': types.SimpleNamespace(x=1)}),
    'copy': lambda: copy.deepcopy([{1: Same}, decimal.Decimal(1), re.compile('a')])[1:],
    'copied': lambda: type(copy.copy(Same())).__name__,
    'dataclass': lambda: repr(dataclasses.make_dataclass('D', ['x'])(1)),
    'abstract token': lambda: 0 * abc.get_cache_token(),
    'thread': lambda: (threading.current_thread().name, threading.active_count(), threading.main_thread().name, threading.stack_size() if hasattr(threading, 'stack_size') else 0),
    'context': lambda: [(each.name, value) for each, value in contextvars.copy_context().items()],
    'loop': lambda: asyncio.run(following()),
    'ipaddress': lambda: (ipaddress.ip_network('10.0.0.0/8').is_private, ipaddress.ip_address('1.2.3.4').is_global),
    'statistics': lambda: (statistics.mean([1, 2]), statistics.NormalDist(0, 1)),
    'hashes': lambda: (hashlib.new('md5', b'x').hexdigest(), sorted(hashlib.algorithms_guaranteed)[:3]),
    'difflib': lambda: difflib.get_close_matches('evil', ['live', 'evils']),
    'argparse': lambda: argparse.ArgumentParser(prog='p').format_usage(),
    'unittest': lambda: (unittest.TestCase.maxDiff, unittest.TestCase.longMessage, unittest.TestLoader.testMethodPrefix),
    'gettext': lambda: (gettext.textdomain(), gettext.bindtextdomain('evil'), gettext.gettext('x')),
    'time': lambda: time.strptime('2024-02-29', '%Y-%m-%d')[:3],
    'uuid': lambda: (uuid.NAMESPACE_DNS, uuid.uuid5(uuid.NAMESPACE_DNS, 'x')),
    'random': lambda: (random.Random(5).random(), random.Random(5).sample(range(100), 3)),
    'interned': lambda: sys.intern('evil') is sys.intern('evil'),
    'streams': lambda: (sys.stdout is sys.__stdout__, sys.stderr is sys.__stderr__, sys.stdin is sys.__stdin__),
    'arguments': lambda: len(sys.argv),
    'weak': lambda: weakref.WeakSet() == weakref.WeakSet(),
    'names': lambda: sorted(name for name in globals() if 'evil' in name),
    'unicode': lambda: (unicodedata.name('ü'), unicodedata.lookup('LATIN SMALL LETTER A')),
    'inspect': lambda: str(inspect.signature(hinted)),
    'sort': lambda: sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: a - b)),
    'numbers': lambda: (isinstance(1, numbers.Integral), isinstance('x', numbers.Number)),
    'queue': lambda: queue.Queue().maxsize,
    'toml': lambda: tomllib.loads('a = 1'),
}.items():
    told(what, read)


def warned():
    with warnings.catch_warnings(record=True) as log:
        warnings.warn('a word')
        warnings.warn('a word', DeprecationWarning)
    return [(each.category.__name__, str(each.message)) for each in log]


def hinted(a: int, b: 'str' = '') -> typing.List[int]:
    return []


async def following():
    await asyncio.sleep(0)
    return asyncio.current_task().get_name().rstrip('0123456789'), len(asyncio.all_tasks())


told('warnings', warned)
told('loop', lambda: asyncio.run(following()))
told('hints', lambda: typing.get_type_hints(hinted))

# --- what the guards have decided ------------------------------------------------------------------------


class Formatter(string.Formatter):
    pass


class Own:
    def __init__(self):
        self._kept = 1


for read in (lambda o: o._vformat, lambda o: o._kept, lambda o: o.__dict__, lambda o: o._lock, lambda o: o.format, lambda o: o._queue):
    for o in (Own(), Formatter(), string.Formatter(), Own, string.Formatter, '', str, decimal.Context(), random.Random(1), math, told):
        told('read', lambda: type(read(o)).__name__)
for o in (Own(), Own, string.Formatter(), Formatter(), math, told, len, collections.Counter, logging.Logger, re.I, decimal.getcontext()):
    try:
        o._evil = 1
        print('set', type(o).__name__)
        del o._evil
    except (TypeError, AttributeError) as error:
        print('refused', type(o).__name__, str(error))
