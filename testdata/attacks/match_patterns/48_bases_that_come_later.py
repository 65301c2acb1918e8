# technique: typing makes the class of a named tuple first and gives it its bases afterwards; what it was given for bases says something else when it is asked again
# source: reading typing: NamedTupleMeta goes twice through the bases that it is called with
# goal: a class whose bases no guard has seen: a pattern reads what a library's class has for itself
# impact: guard
import configparser
import types
import typing

named, = types.resolve_bases((typing.NamedTuple,))


class Own:
    __match_args__ = ('_SECT_TMPL',)
    _SECT_TMPL = 'own'


def read(o):
    match o:
        case Own(found):
            return found


class Bases(tuple):
    asked = 0

    def __contains__(self, base):
        return base is named

    def __iter__(self):
        self.asked += 1
        return iter((named,) if self.asked == 1 else (named, Own, configparser.RawConfigParser))


read(Own())
del Own._SECT_TMPL
namespace = {'__module__': '__main__', '__annotations__': {'field': int}}
for make in (lambda bases: type(named)('Mixed', bases, namespace),
             lambda bases: type(named).__new__(type(named), 'Mixed', bases, namespace)):
    try:
        cls = make(Bases((named,)))
        found = read(cls.__new__(cls, 1))
    except TypeError:
        continue
    if found:
        ESCAPED = found
