# technique: an attribute of a library's class is set, whatever class it is and however its module makes it
# source: own; a class that held a set, or the guards, in a function's closure counted as the guest's
# goal: library classes that are taken for the guest's own, and with them private attributes of their objects
# impact: guard
import abc
import argparse
import array
import base64
import binascii
import bisect
import calendar
import cmath
import codecs
import collections
import collections.abc
import colorsys
import configparser
import contextlib
import copy
import csv
import dataclasses
import datetime
import decimal
import difflib
import enum
import errno
import fnmatch
import fractions
import functools
import getopt
import graphlib
import hashlib
import heapq
import hmac
import html
import html.parser
import http
import http.cookies
import io
import ipaddress
import itertools
import json
import keyword
import math
import numbers
import operator
import pathlib
import pprint
import random
import re
import reprlib
import sched
import secrets
import shlex
import statistics
import string
import struct
import sys
import textwrap
import time
import tomllib
import traceback
import types
import typing
import unicodedata
import urllib
import urllib.parse
import uuid
import warnings
import weakref
import zlib

modules = (abc, argparse, array, base64, binascii, bisect, calendar, cmath, codecs, collections, collections.abc, colorsys, configparser, contextlib, copy, csv, dataclasses, datetime, decimal, difflib, enum, errno, fnmatch, fractions, functools, getopt, graphlib, hashlib, heapq, hmac, html, html.parser, http, http.cookies, io, ipaddress, itertools, json, keyword, math, numbers, operator, pathlib, pprint, random, re, reprlib, sched, secrets, shlex, statistics, string, struct, sys, textwrap, time, tomllib, traceback, types, typing, unicodedata, urllib, urllib.parse, uuid, warnings, weakref, zlib)
# Written as guest code, as whole modules are: each guest has its own of them, in which nothing is trusted.
own = (io.TextIOWrapper, re.Scanner, weakref.CallableProxyType, weakref.ProxyType)
seen = []


def attempt(cls):
    if any(cls is k for k in seen) or any(cls is k for k in own):
        return
    seen.append(cls)
    try:
        cls.put_here = 1
    except (TypeError, AttributeError):
        pass
    else:
        escaped(cls)
    for k in cls.__mro__:
        attempt(k)


for module in modules:
    for name in dir(module):
        value = getattr(module, name)
        if isinstance(value, type):
            attempt(value)
        else:
            attempt(type(value))


@dataclasses.dataclass
class Point:
    x: int = 0


field = Point.__dataclass_fields__['x']
attempt(type(field))
attempt(type(operator.methodcaller('upper')))
attempt(type(operator.attrgetter('a')))
attempt(type(operator.itemgetter(0)))
attempt(type(re.compile('a')))
attempt(type(re.match('a', 'a')))
attempt(type(functools.partial(print)))
attempt(type(functools.lru_cache(print)))
attempt(type(functools.cached_property(print)))
attempt(type(enum.Enum))
attempt(type(typing.List))
attempt(type(typing.List[int]))
attempt(type(contextlib.suppress()))
attempt(type(contextlib.contextmanager(print)))
attempt(type(decimal.getcontext()))
attempt(type(csv.DictReader([])))
attempt(type(string.Template('a')))
assert len(seen) > 200
