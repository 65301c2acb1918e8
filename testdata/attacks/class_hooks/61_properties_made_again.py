# technique: property.__init__() once more on a property that a library's class shows, which then calls the guest's function
# source: own: every object whose __init__() can be called again was looked for
# goal: a class of the library changed for all who use it; what the runtime reads of dates on their way to the host
# impact: guard
# needs: host_fn
# plain-cpython: escapes
import datetime
import decimal
import fractions
import ipaddress
import pathlib
import re


def attempt(function):
    try:
        return function()
    except (TypeError, AttributeError, ValueError, RuntimeError):
        return None


def answer(*_):
    return 'changed'


for cls, object_of_it in ((datetime.date, datetime.date(2020, 1, 2)), (datetime.timedelta, datetime.timedelta(1)), (decimal.Decimal, decimal.Decimal(1)),
                          (fractions.Fraction, fractions.Fraction(1)), (ipaddress.IPv4Address, ipaddress.IPv4Address('10.0.0.1')),
                          (pathlib.PurePath, pathlib.PurePosixPath('a/b')), (re.Match, re.match('a', 'a')), (type(range(1 << 60)), range(1 << 60))):
    for name in dir(cls):
        found = getattr(cls, name, None)
        if type(found) is property:
            for again in (lambda: property.__init__(found, answer), lambda: found.__init__(answer, answer, answer), lambda: found.__init__(fset=answer),
                          lambda: super(type('P', (property,), {}), found).__init__(answer)):
                attempt(again)
            if attempt(lambda: getattr(object_of_it, name)) == 'changed':
                escaped((cls, name))
if host_fn(datetime.date(2020, 1, 2)) != datetime.date(2020, 1, 2):
    escaped('crossing')


# What a guest makes for itself works.
class Celsius:
    degrees = property(lambda self: 1, doc='of water')
    degrees = degrees.setter(lambda self, value: None).deleter(lambda self: None)


class Cached(property):
    def __init__(self, function):
        super().__init__(function, doc='cached')


class Kelvin:
    degrees = Cached(lambda self: 2)


if (Celsius().degrees, Kelvin().degrees, Celsius.degrees.__doc__) != (1, 2, 'of water'):
    raise AssertionError(Celsius.degrees.__doc__)
