# technique: namespaces of the library's base classes, formats and moments of the guest's making, files, and attributes of objects that stay as they are
# source: own; each of these answers otherwise than before
# goal: a namespace of a library's class to change, an attribute of a library's object, a file, an object of the runtime's handed to the guest's methods
# impact: shared
import abc
import datetime
import decimal
import fractions
import pathlib
import re
import time
import typing

PLAIN = (int, str, slice, type(None))


class Watching(str):
    def watch(self, *arguments):
        for argument in arguments:
            if type(argument) not in PLAIN:
                escaped(argument)
        return self

    __getitem__ = __contains__ = find = __mod__ = __add__ = __format__ = watch


class Fields:
    def __getitem__(self, key):
        if type(key) not in PLAIN:
            escaped(key)
        return [2000, 1, 1, 0, 0, 0, 0, 1, -1][key]

    def __iter__(self):
        return iter([2000, 1, 1, 0, 0, 0, 0, 1, -1])


class Day(datetime.date):
    def timetuple(self):
        return Fields()


class Shown(pathlib.PurePosixPath):
    def __str__(self):
        return Watching('/etc/passwd')


for base in (object, abc.ABC, typing.Generic, typing.Protocol, type, abc.ABCMeta, int):
    for read in (lambda: vars(base), lambda: base.__dict__, lambda: getattr(base, '__dict__'), lambda: super(type, base).__dict__):
        try:
            names = read()
        except (TypeError, AttributeError):
            continue
        for name, value in dict(names).items():
            if type(value) is not str:
                escaped(name, value)
        try:
            names['bleed'] = 1
        except TypeError:
            pass
    if hasattr(base, 'bleed'):
        escaped(base)
for action in (lambda: datetime.date(2000, 1, 1).strftime(Watching('%F %T')), lambda: Day(2000, 1, 1).strftime('%u %C %P %e %V'), lambda: time.strftime(Watching('%F')),
               lambda: time.strftime('%F', Fields()), lambda: datetime.datetime.strftime(Fields(), '%F'), lambda: datetime.date.strftime(Day, '%F'),
               lambda: format(Day(2000, 1, 1), Watching('%V')), lambda: open(Watching('/etc/passwd')).read(), lambda: open('/etc/passwd', Watching('r')).read(),
               lambda: open(0).read(), lambda: Shown('x').read_text(), lambda: pathlib.Path('/etc/passwd').read_text(), lambda: pathlib.Path('/etc').iterdir(),
               lambda: pathlib.Path.open(Watching('/etc/passwd')), lambda: pathlib.Path.stat(Fields())):
    try:
        action()
    except (TypeError, AttributeError, ValueError, OSError):
        pass
for o in (datetime.date(2000, 1, 1), re.compile('a'), re.match('a', 'a'), decimal.Decimal(1), fractions.Fraction(1, 2), slice(1), pathlib.PurePosixPath('a'),
          datetime.date, re.Pattern, pathlib.Path):
    for name in ('x', '__class__', '__doc__', '_value', '_numerator', 'real', 'year', 'pattern', 'numerator', 'name', 'start'):
        for change in (lambda: setattr(o, name, 1), lambda: delattr(o, name), lambda: object.__setattr__(o, name, 1), lambda: type.__setattr__(o, name, 1)):
            try:
                change()
            except (AttributeError, TypeError):
                continue
            escaped(o, name)
