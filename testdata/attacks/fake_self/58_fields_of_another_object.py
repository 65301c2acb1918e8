# technique: __init__() of a dataclass, and __setattr__() of a frozen one, with an object of the library's, a module or a class for self
# source: own: the functions that dataclass() writes read through the guards, and wrote past them
# goal: attributes of what is not the guest's own; numbers in a date or a Decimal that are none, on their way to the host; another __class__; an mro() for a metaclass
# impact: guard
# needs: host_fn
# plain-cpython: escapes
import dataclasses
import datetime
import decimal
import math
import re
import string


def attempt(function):
    try:
        return function()
    except (TypeError, AttributeError, ValueError, RuntimeError):
        return None


class Text(str):
    def __iter__(self):
        return iter('1')


def setters(name):
    for options in ({}, {'frozen': True}, {'kw_only': True}, {'repr': False, 'eq': False}):
        yield dataclasses.make_dataclass('Setter', [(name, object)], **options)


date, delta, number, zone = datetime.date(2020, 1, 2), datetime.timedelta(1), decimal.Decimal('1.5'), datetime.timezone.utc
for target, name, value in ((date, '_year', 'x'), (date, '_month', 10 ** 30), (delta, '_days', None), (number, '_int', Text('9' * 50000)), (number, '_exp', 10 ** 9),
                            (number, '_int', 'abc'), (zone, '_offset', datetime.timedelta(5)), (math, 'pi', 3), (re.compile('a'), 'fullmatch', lambda text: True),
                            (string.capwords, 'more', 1), (string.Formatter, 'more', 1)):
    for setter in setters(name):
        attempt(lambda: setter.__init__(target, value))
        attempt(lambda: setter.__init__(target, **{name: value}))
if (str(date), delta.days, str(number), math.pi > 3.1, str(zone)) != ('2020-01-02', 1, '1.5', True, 'UTC'):
    escaped((str(date), delta.days, math.pi))
if re.compile('a').fullmatch('b') or hasattr(string.capwords, 'more') or hasattr(string.Formatter, 'more'):
    escaped('attributes of the library')
if [host_fn(value) for value in (date, delta, number)] != [date, delta, number]:
    escaped('crossing')


class Meta(type):
    pass


for setter in setters('mro'):
    attempt(lambda: setter.__init__(Meta, lambda cls: [cls, dict, object]))
if attempt(lambda: Meta('Made', (), {}).__mro__) != (attempt(lambda: Meta('Made', (), {})).__mro__[0].__mro__) and Meta.mro is not type.mro:
    escaped('mro')


@dataclasses.dataclass(frozen=True)
class Frozen:
    x: int = 1


class Derived(Frozen):
    pass


class Other(Frozen):
    secret = True


class Name(str):
    __hash__ = str.__hash__

    def __eq__(self, other):
        return False


for name in ('__class__', Name('__class__')):
    derived = Derived()
    attempt(lambda: Frozen.__setattr__(derived, name, Other))
    if type(derived) is not Derived:
        escaped('__class__')
    attempt(lambda: Frozen.__delattr__(derived, name))

# What they are for works.
derived = Derived(2)
derived.more = 3
Frozen.__setattr__(derived, 'most', 4)
del derived.more
if vars(derived) != {'x': 2, 'most': 4} or dataclasses.replace(derived, x=5).x != 5 or dataclasses.make_dataclass('Own', ['self'])(6).self != 6:
    raise AssertionError(vars(derived))
