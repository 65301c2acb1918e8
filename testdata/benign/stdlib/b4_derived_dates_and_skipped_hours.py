"""Classes derived from dates, clocks that skip an hour, fields that are named wrongly."""
from dataclasses import make_dataclass
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo


class Day(date):
    def next(self):
        return self + timedelta(1)


class Moment(datetime):
    pass


class Span(timedelta):
    pass


class Clock(time):
    pass


class Outer:
    class Day(date):
        pass


print(repr(Day(2024, 2, 28).next()), [Day(2024, 1, 1)], str(Day(2024, 1, 1)), f'{Day(2024, 1, 1)!r:>20}')
print(repr(Moment(2024, 1, 2, 3, 4)), repr(Moment(2024, 1, 1, tzinfo=timezone.utc)), repr(Moment(2024, 1, 1) - timedelta(hours=1)))
print(repr(Span(1)), repr(Clock(1, 2)), repr(Clock(1, 2, 3, 4)))
print(repr(Outer.Day(2024, 1, 1)))
print(repr(date(2024, 1, 1)), repr(timedelta(1)), repr(time(1)), repr(datetime(1, 1, 1)), repr(timezone(timedelta(hours=1))))

for key, moment in (('America/New_York', datetime(2024, 3, 10, 2, 30)), ('Europe/Berlin', datetime(2024, 3, 31, 2, 0)),
                    ('America/New_York', datetime(2024, 11, 3, 1, 30)), ('Australia/Sydney', datetime(2024, 10, 6, 2, 59))):
    for fold in (0, 1):
        there = moment.replace(tzinfo=ZoneInfo(key), fold=fold)
        print(there, there.tzname(), there.utcoffset(), there.dst(), there.astimezone(timezone.utc))
start = datetime(2024, 3, 9, 2, 30, tzinfo=ZoneInfo('America/New_York'))
print([(start + timedelta(days=n)).strftime('%d %H:%M %Z') for n in range(3)])

for fields in (['class'], ['x', 'x'], ['1a'], [('y', int), ('y', str)]):
    try:
        make_dataclass('Record', fields)
    except TypeError as error:
        print(error)
