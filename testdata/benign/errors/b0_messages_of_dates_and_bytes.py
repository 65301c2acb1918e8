# What is said of parts of a date that are missing, of places that bytes do not have, and of wrong arguments of type().
import datetime
from datetime import date

data = b"abc"
buffer = bytearray(b"abc")
numbers = [1, 2]


class Record:
    def __init__(self):
        self.raw = b"xy"

    def last(self):
        return self.raw[2]


class Box(date):
    def __new__(cls, year):
        return super().__new__(cls, year, 1, 1)


for wrong in (lambda: date(2023), lambda: datetime.date(2023, 5), lambda: datetime.datetime(2023), lambda: datetime.datetime(2023, 1),
              lambda: date(), lambda: datetime.datetime(), lambda: Box(), lambda: date(2023, None, 1),
              lambda: data[10], lambda: buffer[10], lambda: numbers[10], lambda: [].pop(), lambda: Record().last(),
              lambda: type(1, (), {}), lambda: type("X", [], {}), lambda: type("X", (), []),
              lambda: ExceptionGroup(1, [ValueError()])):
    try:
        print(wrong())
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)
