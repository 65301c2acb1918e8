# technique: cached_property.__init__() once more on one that a library's class shows, and on objects that are none
# source: own: as 61, of functools
# goal: a class of the library that calls the guest's function for all who use it; attributes of library objects
# impact: guard
import calendar
import functools
import ipaddress
import random
import re
import string


def answer(*_):
    return 'changed'


def attempt(function):
    try:
        return function()
    except (TypeError, AttributeError, ValueError):
        return None


found = 0
for cls, o in ((ipaddress.IPv4Network, ipaddress.ip_network('10.0.0.0/8')), (ipaddress.IPv6Network, ipaddress.ip_network('fd00::/8'))):
    for name in dir(cls):
        descriptor = getattr(cls, name, None)
        if type(descriptor) is functools.cached_property:
            found += 1
            for again in (lambda: functools.cached_property.__init__(descriptor, answer), lambda: descriptor.__init__(answer),
                          lambda: super(type('C', (functools.cached_property,), {}), descriptor).__init__(answer),
                          lambda: functools.cached_property.__set_name__(descriptor, cls, 'num_addresses')):
                attempt(again)
            if attempt(lambda: getattr(o, name)) == 'changed':
                escaped((cls, name))
for o in (string.Formatter(), random.Random(1), re, re.compile, calendar.TextCalendar(), string.Formatter):
    attempt(lambda: functools.cached_property.__init__(o, answer))
    if hasattr(o, 'func') or hasattr(o, 'attrname'):
        escaped(o)


# What a guest makes for itself works, also where a class of its own is derived.
class Twice(functools.cached_property):
    def __init__(self, function):
        self.func = function
        super().__init__(function)


class Own:
    """Counts."""
    count = 0

    @functools.cached_property
    def once(self):
        """How often."""
        self.count += 1
        return self.count

    @Twice
    def again(self):
        return 2


own = Own()
if (own.once, own.once, own.again, Own.once.__doc__, found > 0) != (1, 1, 2, 'How often.', True):
    raise AssertionError((own.once, own.again, Own.once.__doc__, found))
