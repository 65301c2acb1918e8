"""strftime with all that C's has: ISO weeks, whole dates and times, what is padded with spaces."""
import time
from datetime import date, datetime, timedelta, timezone

moments = [datetime(2024, 2, 29, 13, 5, 9, 7), datetime(2021, 1, 3), date(2023, 1, 1), datetime(1999, 12, 31, 23, 59, 59, tzinfo=timezone(timedelta(hours=2)))]
for moment in moments:
    print(moment.strftime('%F %T|%D %R|%G-W%V-%u|%g|%e|%k|%l|%P|%r|%h|%C'))
    print(f'{moment:%F}', f'{moment:%Y-W%V}', format(moment, '%e %b'), '{:%T}'.format(moment), f'{moment:%-d.%-m.%Y}')
    print(repr(moment.strftime('%%F%n%t%%')), moment.strftime('100%'), moment.strftime('%a %j %U %W %w %z|%Z|%:z|%f'))
    print(moment.strftime('%Q and %'), moment.strftime(''), moment.strftime('é %F'))
tick = time.gmtime(1_000_000_000)
print(time.strftime('%F %T|%D %R|%G-W%V-%u|%e|%k|%l|%h|100%', tick), time.strftime('%Y', tick), len(time.strftime('%F')))
for wrong in (lambda: date(2024, 1, 1).strftime(5), lambda: time.strftime('%F', 5), lambda: time.strftime('%F', (1, 2))):
    try:
        print(wrong())
    except TypeError as error:
        print(type(error).__name__)
