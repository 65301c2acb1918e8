# technique: __init__() of the library's classes, called with a module for self, puts what the guest likes in the place of the module's functions
# source: own: every method of every class that is offered, called with objects of all others and with modules
# goal: the library itself, or the next guest, calls what was put there
# impact: tenant
# runs: 2
import argparse
import calendar
import dataclasses
import fnmatch
import html
import ipaddress
import random
import re
import reprlib
import shlex
import string
import textwrap
import types
import typing


def expected():
    """What the library makes of its own functions, and what the guest finds."""
    return [
        (re.escape('a.b'), 'a\\.b'), (html.escape('<'), '&lt;'), (callable(random.choices), True), (callable(calendar.firstweekday), True),
        (callable(reprlib.repr), True)]


# A guest before this one has changed its own modules, no others.
for found, right in expected():
    if found != right:
        ESCAPED = 'the module of another guest'

attempts = [
    lambda: shlex.shlex.__init__(re, 'x'), lambda: shlex.shlex.__init__(html, 'x'), lambda: argparse.Action.__init__(random, ['-a'], 'b'),
    lambda: calendar.Calendar.__init__(calendar, 3), lambda: dataclasses.Field.__init__(reprlib, *[escaped] * 9),
    lambda: argparse.Namespace.__init__(string, Formatter=escaped, choices=escaped, type=escaped),
    lambda: types.SimpleNamespace.__init__(typing, ClassVar=escaped), lambda: textwrap.TextWrapper.__init__(textwrap)]
for attempt in attempts:
    try:
        attempt()
    except (AttributeError, TypeError, ValueError):
        pass

# Nor does the library of this one know of it.
if fnmatch.translate('a.b') != '(?s:a\\.b)\\Z' or string.Template('$a').substitute(a=1) != '1' or len(random.sample([1, 2], 2)) != 2:
    ESCAPED = 'functions of the library'
if calendar.monthcalendar(2024, 2)[0] != [0, 0, 0, 1, 2, 3, 4] or textwrap.fill('a b', 1) != 'a\nb' or shlex.quote('a b') != "'a b'":
    ESCAPED = 'functions of the library'
if str(ipaddress.ip_address('10.0.0.1')) != '10.0.0.1' or repr(reprlib.Repr().repr([1])) != "'[1]'":
    ESCAPED = 'functions of the library'
