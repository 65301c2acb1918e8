"""Days are counted between dates, and a moment is none."""
import datetime


class Day(datetime.date):
    pass


date, moment = datetime.date(2020, 1, 2), datetime.datetime(2020, 1, 1, 12)
for difference in (lambda: date - moment, lambda: moment - date, lambda: date - datetime.date(2019, 1, 2), lambda: date - datetime.timedelta(2), lambda: date - 1,
                   lambda: Day(2020, 1, 5) - date, lambda: date - Day(2020, 1, 5), lambda: Day(2020, 1, 5) - moment, lambda: Day(2020, 1, 5) - datetime.timedelta(1),
                   lambda: moment - datetime.datetime(2020, 1, 1), lambda: moment - datetime.timedelta(hours=1), lambda: date - 'x'):
    try:
        print(repr(difference()))
    except TypeError as e:
        print(e)
