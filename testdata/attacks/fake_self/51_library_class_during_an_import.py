# technique: as 50, while a module is imported: a key in the cache of re is compared by a partial, which has no frame, and the partial steps through calls of the library's methods with its classes for self
# source: reading pyrestrict: who sets an attribute during an import is told from the frames
# goal: an attribute of a class of the library's that is the guest's
# impact: guard
import collections
import enum
import fractions
import functools
import queue
import re
import string
import weakref

PATTERN = r'[^\w@%+=:,./-]'


class Answer:
    """A data descriptor that says what it wants."""

    def __get__(self, o, cls=None):
        return self

    def __set__(self, o, value):
        pass


class Source(collections.UserString):
    def __getitem__(self, key):
        return answer


answer = Answer()
source = Source('')
source.data = source
victims = [fractions.Fraction, weakref.WeakValueDictionary, weakref.WeakSet, string.Formatter, string.Template, queue.Queue, enum.EnumType]
steps = map(collections.UserString.__init__, victims, [source] * len(victims))


class Meta(type):
    def __hash__(cls):
        return hash(str)

    def __eq__(cls, other):
        return True


class Stepping(str, metaclass=Meta):
    __hash__ = str.__hash__
    __eq__ = functools.partial(next, steps)


class Named(str, metaclass=Meta):
    __hash__ = str.__hash__
    __eq__ = functools.partial(collections.UserString.__init__, fractions.Fraction)


for key in (Stepping, Named):
    for flags in (re.ASCII, 0):
        try:
            re.compile(key(PATTERN), flags)
        except TypeError:
            pass
try:
    import shlex
except TypeError:
    pass
for victim in victims:
    if hasattr(victim, 'data'):
        escaped(victim)
