"""Moments with a time zone are copied with what holds them, and zones."""
import copy, datetime as d
for x in (d.timezone.utc, d.timezone(d.timedelta(hours=2)), d.timezone(d.timedelta(hours=2), "X"), d.datetime(2024,1,1,tzinfo=d.timezone.utc), d.date(2024,1,1), d.time(1,2), d.timedelta(3)):
    for f in (copy.copy, copy.deepcopy):
        try: print(f(x), f(x) == x)
        except Exception as e: print(repr(x), type(e), e)
import zoneinfo
z = zoneinfo.ZoneInfo("Europe/Berlin")
print(copy.copy(z), copy.deepcopy(z) is z)
import dataclasses


@dataclasses.dataclass
class Entry:
    when: d.datetime
    tags: list


entry = Entry(d.datetime(2024, 1, 1, tzinfo=d.timezone.utc), ['a'])
print(dataclasses.asdict(entry), copy.deepcopy(entry) == entry, copy.deepcopy({'z': [d.timezone.utc]}))
