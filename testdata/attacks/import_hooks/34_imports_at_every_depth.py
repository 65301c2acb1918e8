# technique: modules whose members trusted code makes, or mends, are first imported with each number of calls that may be left
# source: own
# goal: a module that is half made ready: without its guards, with builtins that were put away, or of use to nobody any more
# impact: policy
import sys


def victim():
    pass


def all_of(module):
    return {name: getattr(module, name) for name in dir(module)}


def by_dataclasses():
    import dataclasses
    return dataclasses


def by_decimal():
    import decimal
    return decimal


def by_copy():
    import copy
    return copy


def by_shlex():
    import shlex
    return shlex


def by_operator():
    import operator
    return operator


def by_string():
    import string
    return string


for function in (by_dataclasses, by_decimal, by_copy, by_shlex, by_operator, by_string):
    for limit in range(3, 120):
        try:
            sys.setrecursionlimit(limit)
        except RecursionError:
            continue
        module = None
        try:
            module = function()
        except RecursionError:
            pass
        sys.setrecursionlimit(1000)
        if module is not None:
            break
    if any([type(value) is type(sys) for value in all_of(module).values()]):
        escaped(all_of(module))


import copy
import dataclasses
import decimal
import operator
import shlex
import string


@dataclasses.dataclass(slots=True)
class Point:
    x: int
    _y: int = 2


assert repr(copy.copy(Point(1))) == 'Point(x=1, _y=2)'
assert repr(decimal.Context(prec=3)).startswith('Context(prec=3, rounding=ROUND_HALF_EVEN')
with decimal.localcontext(prec=3):
    assert str(decimal.Decimal(1) / 3) == '0.333'
assert shlex.split('a "b c"') == ['a', 'b c']
for door in (
        lambda: operator.attrgetter('__globals__')(victim), lambda: string.Formatter().format('{0.__globals__}', victim),
        lambda: dataclasses.make_dataclass('D', [], namespace={'__getstate__': victim}), lambda: shlex.sys, lambda: shlex.shlex('/etc/hostname').sourcehook('/etc/hostname')):
    try:
        escaped(door())
    except (AttributeError, TypeError, OSError):
        pass
