# technique: settings, registries and classes of many modules are changed; a guest after this one in the same sandbox looks for the changes
# source: own
# goal: what another guest has left behind
# impact: policy
# runs: 2
import argparse
import asyncio
import calendar
import collections.abc
import csv
import decimal
import gc
import json
import logging
import random
import re
import reprlib
import sys
import threading
import typing
import unittest
import warnings

for is_left, what in (
    (sys.getrecursionlimit() == 500, 'recursion limit'),
    (sys.get_int_max_str_digits() == 10000, 'digits'),
    (csv.field_size_limit() == 7 or 'evil' in csv.list_dialects(), 'csv'),
    (decimal.getcontext().prec in (3, 5) or decimal.DefaultContext.prec == 4, 'decimal context'),
    (calendar.firstweekday() == 5, 'first day of the week'),
    (issubclass(float, collections.abc.Mapping) or isinstance(5, collections.abc.Sequence), 'registered classes'),
    (reprlib.aRepr.maxlist == 1, 'reprlib'),
    ('evil' in sys.argv, 'arguments'),
    (logging.getLogger().level == 10 or logging.getLogger().handlers, 'loggers'),
    (hasattr(asyncio.Task, 'evil') or hasattr(logging.Logger, 'evil') or hasattr(unittest.TestCase, 'evil') or hasattr(asyncio.run, 'evil'), 'classes'),
    (threading.current_thread().name == 'evil', 'thread'),
):
    if is_left:
        escaped(what)


def overloaded():
    pass


if typing.get_overloads(overloaded):
    escaped('overloads')
try:
    warnings.warn('of no account')
except UserWarning:
    escaped('warnings')

for change in (
    lambda: sys.setrecursionlimit(500),
    lambda: sys.set_int_max_str_digits(10000),
    lambda: csv.field_size_limit(7),
    lambda: csv.register_dialect('evil', delimiter=';'),
    lambda: setattr(decimal.getcontext(), 'prec', 3),
    lambda: setattr(decimal.DefaultContext, 'prec', 4),
    lambda: calendar.setfirstweekday(5),
    lambda: collections.abc.Mapping.register(float),
    lambda: collections.abc.Sequence.register(int),
    lambda: setattr(reprlib.aRepr, 'maxlist', 1),
    lambda: sys.argv.append('evil'),
    lambda: logging.getLogger().setLevel(10),
    lambda: logging.basicConfig(),
    lambda: warnings.simplefilter('error'),
    lambda: setattr(asyncio.Task, 'evil', 1),
    lambda: setattr(logging.Logger, 'evil', 1),
    lambda: setattr(unittest.TestCase, 'evil', 1),
    lambda: setattr(asyncio.run, 'evil', 1),
    lambda: setattr(threading.current_thread(), 'name', 'evil'),
    lambda: gc.disable(),
    lambda: random.seed(1),
    lambda: decimal.setcontext(decimal.Context(prec=5)),
    lambda: re.purge(),
    lambda: json.JSONEncoder.__init__(json, indent=3),
    lambda: typing.overload(overloaded),
):
    try:
        change()
    except (AttributeError, TypeError) as error:
        print(error)
