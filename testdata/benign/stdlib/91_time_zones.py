from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones
ny = ZoneInfo("America/New_York")
d = datetime(2024, 3, 10, 1, 30, tzinfo=ny)
print(d, d.utcoffset(), d.dst(), d.tzname())
e = datetime(2024, 7, 10, 1, 30, tzinfo=ny)
print(e.isoformat(), e.tzname(), e.astimezone(ZoneInfo("Europe/Berlin")), e.astimezone(timezone.utc))
f = datetime(2024, 11, 3, 1, 30, tzinfo=ny)
print(f, f.replace(fold=1), f.replace(fold=1).tzname())
print(datetime(2024, 3, 10, 2, 30, tzinfo=ny), datetime(2024, 3, 10, 2, 30, fold=1, tzinfo=ny))
u = datetime(2024, 11, 3, 5, 30, tzinfo=timezone.utc)
for i in range(3):
    x = (u + timedelta(hours=i)).astimezone(ny)
    print(x, x.fold)
print(repr(ny), str(ny), ny.key, ny is ZoneInfo("America/New_York"))
try:
    ZoneInfo("Nowhere/City")
except ZoneInfoNotFoundError as ex:
    print(ex)
print(datetime(2024, 1, 1, tzinfo=ZoneInfo("Asia/Tokyo")).strftime("%Y-%m-%d %H:%M %Z%z"))
print(datetime(2024, 6, 1, 12, tzinfo=ZoneInfo("UTC")), "Europe/Paris" in available_timezones())
print(datetime(2024, 6, 1, 12, tzinfo=ZoneInfo("Europe/London")).tzname(), ZoneInfo("UTC").utcoffset(datetime(2024,1,1)))
print(datetime(2024, 6, 1, 12, tzinfo=ZoneInfo("Europe/London")) == datetime(2024, 6, 1, 11, tzinfo=timezone.utc))
