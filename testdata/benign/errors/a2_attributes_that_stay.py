"""Objects of the library that can't be changed: what a program catches, and what it is told."""
from collections import namedtuple
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from ipaddress import ip_address
from pathlib import PurePosixPath
import re


def attempt(label, change):
    try:
        change()
    except AttributeError as error:
        print(f'{label}: {type(error).__name__}: {error}')
    else:
        print(f'{label}: changed')


day, moment, span = date(2024, 1, 1), datetime(2024, 1, 1, 12), timedelta(days=1)
half, price = Fraction(1, 2), Decimal('9.99')
for name in ('year', 'colour', 'strftime'):
    attempt(f'date {name}', lambda: setattr(day, name, 1))
    attempt(f'del date {name}', lambda: delattr(day, name))
for name in ('year', 'hour', 'colour'):
    attempt(f'datetime {name}', lambda: setattr(moment, name, 1))
attempt('time hour', lambda: setattr(time(1), 'hour', 2))
attempt('timedelta colour', lambda: setattr(span, 'colour', 1))
attempt('timedelta days', lambda: setattr(span, 'days', 1))
attempt('timezone colour', lambda: setattr(timezone.utc, 'colour', 1))
attempt('Decimal real', lambda: setattr(price, 'real', 1))
attempt('Decimal colour', lambda: setattr(price, 'colour', 1))
attempt('Fraction numerator', lambda: setattr(half, 'numerator', 1))
attempt('Fraction colour', lambda: setattr(half, 'colour', 1))
attempt('pattern colour', lambda: setattr(re.compile('a'), 'colour', 1))
attempt('pattern pattern', lambda: setattr(re.compile('a'), 'pattern', 'b'))
attempt('match string', lambda: setattr(re.match('a', 'a'), 'string', 'b'))
attempt('path name', lambda: setattr(PurePosixPath('a'), 'name', 'b'))
attempt('path colour', lambda: setattr(PurePosixPath('a'), 'colour', 'b'))
attempt('address colour', lambda: setattr(ip_address('10.0.0.1'), 'colour', 'b'))
attempt('address packed', lambda: setattr(ip_address('10.0.0.1'), 'packed', 'b'))
attempt('slice start', lambda: setattr(slice(1), 'start', 2))
attempt('generator colour', lambda: setattr((i for i in []), 'colour', 2))
attempt('namedtuple', lambda: setattr(namedtuple('P', 'x')(1), 'x', 2))
try:
    day.year = 2025
except AttributeError as error:
    print(error)
try:
    moment.note = 'x'
except AttributeError as error:
    print(error)
try:
    del half.denominator
except AttributeError as error:
    print(error)
try:
    price.real += 1
except AttributeError as error:
    print(error)
print(day, moment, span, half, price)
