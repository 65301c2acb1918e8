"""What matches, amounts, moments, records and signatures print as."""
import collections
import datetime
import decimal
import inspect
import re
import typing
import zoneinfo


class Money(decimal.Decimal):
    def __str__(self):
        return f'${super().__str__()}'


class Point(typing.NamedTuple):
    x: int
    y: int = 0


Pair = collections.namedtuple('Pair', 'left right', defaults=[None])


class Named(Point):
    def shown(self, prefix=''):
        return f'{prefix}{self.x}'


print(re.match('.*', 'a line that is longer than what is shown of it, by some words'))
print(re.search(r'\d+', 'short 42'), re.match('x*', 'x' * 47), re.match('x*', 'x' * 48), re.match(b'.*', b'y' * 60))
print(Money('1.50'), repr(Money('1.50')), [Money(2)], f'{Money(3)!r}', Money(1) + 1)
zone = zoneinfo.ZoneInfo('Europe/Berlin')
print(repr(datetime.datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=zone)), repr(datetime.datetime(2024, 10, 27, 2, 30, fold=1)))
print(repr(datetime.time(2, 30, fold=1, tzinfo=datetime.timezone.utc)), repr(datetime.time(1, fold=1)))
print(inspect.signature(Point), inspect.signature(Pair), inspect.signature(Named), inspect.signature(Named.shown))
print(list(inspect.signature(Pair).parameters), inspect.signature(Point).bind(1).arguments)
