# technique: abc asks what the guest's classes keep about a class that a module under import has just made; the guest calls methods of the library's with that class for self
# source: reading pyrestrict: while a module is imported, whoever it is may change the classes that it makes
# goal: a data descriptor of the guest's in a class of the library's
# impact: guard
import abc
import collections
import dataclasses
import functools
import numbers

shown = []


class Answer:
    def __get__(self, o, cls=None):
        return self

    def __set__(self, o, value):
        pass


class Source(collections.UserString):
    def __init__(self):
        self.data = 'x'

    def __getitem__(self, key):
        return Answer()


@dataclasses.dataclass
class Made:
    made: object


setters = [
    lambda cls: collections.UserString.__init__(cls, Source()),
    lambda cls: Made.__init__(cls, Answer()),
    lambda cls: functools.singledispatchmethod.__init__(cls, print),
    lambda cls: setattr(cls, 'data', Answer()),
    lambda cls: type.__setattr__(cls, 'data', Answer()),
    lambda cls: type.__delattr__(cls, 'sqrt'),
    lambda cls: functools.partial(Made.__init__, made=Answer())(cls),
]


class Shown:
    def __contains__(self, cls):
        shown.append(cls)
        for setter in setters:
            try:
                setter(cls)
            except (TypeError, AttributeError):
                continue
            escaped((cls, setter))
        return True

    def add(self, cls):
        pass


class Calling:
    __contains__ = functools.partial(Made.__init__, made=Answer())

    def add(self, cls):
        pass


class Meta(abc.ABCMeta):
    @property
    def _abc_cache(cls):
        return Shown()

    @_abc_cache.setter
    def _abc_cache(cls, value):
        pass


class ByProperty(numbers.Number, metaclass=Meta):
    pass


class ByAttribute(numbers.Number):
    pass


class ByPartial(numbers.Number):
    pass


ByAttribute._abc_cache = Shown()
ByPartial._abc_cache = Calling()
try:
    import decimal
except TypeError:
    pass
try:
    import fractions
except TypeError:
    pass
for cls in shown:
    if hasattr(cls, 'data') or hasattr(cls, 'made') or hasattr(cls, 'func') or not hasattr(cls, 'sqrt'):
        escaped(cls)
