# technique: before a guest imports re, a pattern of its own stands in the cache of re for the empty one, by way of string.Template; the runtime mends the classes of what that pattern finds
# source: reading pyrestrict: what it does when re is imported
# goal: a class of the library's that is called otherwise, and shown otherwise
# impact: library
import collections
import dataclasses
import fractions
import string


@dataclasses.dataclass
class Set:
    match: object


class Zero:
    def __or__(self, other):
        return 0


class Meta(type):
    def __hash__(cls):
        return hash(str)

    def __eq__(cls, other):
        return True


class Text(str, metaclass=Meta):
    pass


class Found:
    re = collections.Counter()

    def __init__(self, *arguments):
        pass


half = fractions.Fraction(1, 2)


def names():
    return fractions.Fraction.__module__, collections.Counter.__module__, repr(half)


before = names()
found = [Found(), half]


class Template(string.Template):
    pattern = Text('')
    flags = Zero()


Set.__init__(Template.pattern, lambda *arguments: found.pop())
for _ in range(2):
    try:
        import re
    except (AttributeError, TypeError):
        pass
try:
    if names() != before:
        escaped(names())
except AttributeError as error:
    escaped(error)
