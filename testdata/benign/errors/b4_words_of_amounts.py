"""What the amounts that are no number, and moments that can't be compared, say."""
import datetime
import decimal

D = decimal.Decimal
for call in (lambda: round(D('inf')), lambda: round(D('nan')), lambda: int(D('inf')), lambda: hash(D('sNaN')), lambda: D((1, 2)),
             lambda: datetime.time(1) < datetime.time(1, tzinfo=datetime.timezone.utc),
             lambda: datetime.datetime(2024, 1, 1) < datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc)):
    try:
        print(call())
    except (ValueError, TypeError, ArithmeticError) as error:
        print(type(error).__name__, error)
