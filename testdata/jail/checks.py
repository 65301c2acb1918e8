# What a host trusts, and what it asks the library about what guests say.
import datetime
import decimal
import fnmatch
import ipaddress
import random
import re
import sys
import urllib.parse

WORD = re.compile('[a-z]+')
random.seed(4711)


def is_word(text):
    return bool(WORD.fullmatch(text)), bool(re.fullmatch('[a-z]+', text)), bool(re.fullmatch('[a-z]*[a-z]', text))


def host_of(url):
    return urllib.parse.urlsplit(url).hostname


def is_local(address):
    return ipaddress.ip_address(address).is_private


def total(*prices):
    return str(sum([decimal.Decimal(price) for price in prices]))


def day(text):
    return datetime.datetime.strptime(text, '%Y-%m-%d').isoformat()


def is_text(name):
    return fnmatch.fnmatch(name, '*.txt')


def later(text):
    import json
    import string
    return json.loads(text), string.Template('$a').substitute(a=1)


def drawn():
    return random.random()


def said():
    print('said by the prologue')
    print('and in vain', file=sys.stderr)


def due(day, days, prices):
    return day + datetime.timedelta(days=days), sum(prices, decimal.Decimal(0)), {day.year}


for function in (due, is_word, host_of, is_local, total, day, is_text, later, drawn, said):
    give(function.__name__, function)
replace('string', 'version', 3)
