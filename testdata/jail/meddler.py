# Changes what the library keeps and is set to, and asks the prologue then.
import contextlib
import dataclasses
import datetime
import decimal
import fnmatch
import ipaddress
import json
import random
import re
import string
import sys
import urllib.parse

told = []


class Meta(type):
    """Of classes that claim to be str."""

    def __hash__(cls):
        return hash(str)

    def __eq__(cls, other):
        return True


class Text(str, metaclass=Meta):
    def lstrip(self, *characters):
        return 'http://good.example/'


class Lying(Text):
    __hash__ = str.__hash__

    def __eq__(self, other):
        told.append(other)
        return True


@dataclasses.dataclass
class Set:
    fullmatch: object


class Address(ipaddress.IPv4Address):
    def __eq__(self, other):
        return True

    def __hash__(self):
        return hash(ipaddress.IPv4Address('127.0.0.1'))


class Stream:
    def write(self, text):
        told.append(text)

    def flush(self):
        pass


def meddle():
    yield lambda: Set.__init__(re.compile('[a-z]+'), lambda text: told.append(text) or text)
    yield lambda: re.compile('[a-z]*[a-z]').__init__('.*', 0)
    yield lambda: re.compile(Lying('[a-z]+'))
    yield lambda: urllib.parse.urlsplit(Text('http://bad.example/'))
    yield lambda: Address('8.8.8.8').is_private
    yield lambda: fnmatch.fnmatch('x', Text('*.txt'))
    yield lambda: datetime.datetime.strptime('1', Lying('%d'))
    yield lambda: setattr(decimal.getcontext(), 'prec', 1)
    yield lambda: setattr(decimal.DefaultContext, 'prec', 1)
    yield lambda: random.seed(1)
    yield lambda: setattr(sys, 'stdout', Stream())
    yield lambda: setattr(sys, 'stderr', Stream())
    yield lambda: Set.__init__(string, 1)
    yield lambda: Set.__init__(re, lambda *arguments: True)


for change in meddle():
    with contextlib.suppress(Exception):
        change()
results = [is_word('12'), is_word('ab'), host_of('http://bad.example/'), is_local('127.0.0.1'), is_local('8.8.8.8'), total('10.25', '0.5'),
           day('2026-11-29'), is_text('a.txt'), is_text('a.py'), later('[1, "a"]'), drawn(),
           due(datetime.date(2026, 1, 30), 3, (decimal.Decimal('10.25'), decimal.Decimal('0.5')))]
said()
sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
for result in results:
    print(result)
print(isinstance(results[-1][0], datetime.date), isinstance(results[-1][1], decimal.Decimal))
print([text for text in told if text in ('12', 'ab') or 'said' in text or 'vain' in text], string.version, json.dumps(1), string.Template('$b').substitute(b=2))
