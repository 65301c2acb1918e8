# technique: trusted code is run in the guest's own module for a moment at each import, under a name: the guest has it already
# source: own
# goal: the function that trusted code is in, or the names that it binds; a function of the guest's in its place
# impact: introspect


class Told:
    """Answers like a function, and keeps whoever asks."""
    asked = []

    def __getattr__(self, name):
        self.asked.append(name)
        raise AttributeError(name)

    def __call__(self, *arguments, **keywords):
        escaped(arguments or keywords or 'called')

    def __eq__(self, other):
        self.asked.append(other)
        return True

    __hash__ = None


told = members = Told()
shown = globals()
import operator
from functools import partial
if members is not told or shown['members'] is not told or told.asked:
    escaped(told.asked)


def members(size=None, guard=None, read=None, named=None, clean=None, streams=None):
    """With names of what trusted code asks for."""
    escaped((size, guard, read, named, clean, streams))


own = members
import math
import zlib
if members is not own:
    escaped(members)
del members
import binascii
import types
if 'members' in globals() or 'members' in shown:
    escaped('it is left')
try:
    members
    escaped(members)
except NameError:
    pass


def at(depth):
    """What does not come to its end at the end of the stack is taken away as well."""
    try:
        return at(depth + 1)
    except RecursionError:
        import hmac, itertools, random
        return random


try:
    at(0)
except RecursionError:
    pass
if 'members' in globals():
    escaped('it is left at the end of the stack')
