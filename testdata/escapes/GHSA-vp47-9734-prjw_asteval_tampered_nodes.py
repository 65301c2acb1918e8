# technique: what was checked when it was made is changed before it runs
# source: https://github.com/advisories/GHSA-vp47-9734-prjw
# goal: other code than what was checked
# impact: guard
import dataclasses
import enum
import functools


def checked(a=1):
    return a


@dataclasses.dataclass
class Point:
    x: int = 0


found = []
for name in ('__code__', '__globals__', '__closure__', '__builtins__', 'body', 'name', '__func__', '__self__'):
    for o in (checked, Point, Point.__init__, functools.partial(checked), functools.lru_cache(checked)):
        for change in (
            lambda: setattr(o, name, found),
            lambda: object.__setattr__(o, name, found),
            lambda: type.__setattr__(o, name, found),
            lambda: o.__dict__.update({name: found}),
            lambda: delattr(o, name),
        ):
            try:
                change()
            except (AttributeError, TypeError):
                continue
            if name[:2] == '__' and getattr(o, name, None) is found:
                ESCAPED = (o, name)


class Tampered:
    __match_args__ = ('x',)
    x = 1


match Tampered():
    case Tampered(value):
        pass
try:
    setattr(Tampered, '__match_' + 'args__', ('__dict__',))
    match Tampered():
        case Tampered(value):
            if value != 1:
                ESCAPED = value
except (AttributeError, TypeError):
    pass
try:
    Point.__dataclass_fields__['x'].name = 'x=__import__("os")'
    dataclasses.dataclass(Point)
    ESCAPED = Point()
except (AttributeError, TypeError, KeyError):
    pass
