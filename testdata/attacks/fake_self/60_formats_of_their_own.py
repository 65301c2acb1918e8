# technique: a method called format() that is none of the format language, with an object of the guest's, or of the library's, for self
# source: own: Struct.format and PrettyPrinter.format can be read now
# goal: attributes of what the library hands on; changes to what is the library's
# impact: guard
import decimal
import http
import io
import pprint
import random
import string
import struct


def attempt(function):
    try:
        return function()
    except (TypeError, AttributeError, ValueError, KeyError, OverflowError):
        return None


class Fake:
    """Has what PrettyPrinter and Context look for."""
    seen = []

    def _safe_repr(self, *arguments):
        self.seen.append(arguments)
        return arguments

    flags = traps = property(lambda self: http.HTTPStatus.__members__)
    _depth = _width = _indent_per_level = 1


for o in (Fake(), random.Random(1), string.Formatter(), struct.Struct('<h'), io.StringIO(), decimal.getcontext(), pprint, struct, Fake, pprint.PrettyPrinter):
    found = attempt(lambda: pprint.PrettyPrinter.format(o, '{0.__class__}', {}, 3, 1))
    if found is not None and type(o) is not Fake:
        escaped((o, found))
    if attempt(lambda: struct.Struct.format.__get__(o)) not in (None, '<h'):
        escaped(o)
    for change in (lambda: decimal.Context.clear_flags(o), lambda: decimal.Context.clear_traps(o)):
        attempt(change)
if [arguments[0] for arguments in Fake.seen] != ['{0.__class__}']:
    escaped(Fake.seen)
if http.HTTPStatus.OK not in http.HTTPStatus or False in list(http.HTTPStatus.__members__.values()):
    escaped('members of an enum of the library')


class Printer(pprint.PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        for key, value in context.items():
            if type(key) is not int or value not in (1, 0):
                escaped((key, value))
        return super().format(object, context, maxlevels, level)


if Printer().pformat([{'a': (1, 'x')}, 'text']) != "[{'a': (1, 'x')}, 'text']":
    raise AssertionError(Printer().pformat([{'a': (1, 'x')}, 'text']))
for name in ('format', '__format__', 'format_map'):
    for o in ('{0.__class__.__base__.__subclasses__}', string.Formatter(), struct.Struct('h'), pprint.PrettyPrinter(), memoryview(b'a')):
        made = attempt(lambda: getattr(o, name)(struct.Struct('h')))
        if type(made) is str and 'subclasses' in made and '{' not in made:
            escaped(made)


class Same:
    def __eq__(self, other):
        if other is not self and type(other) is type:
            kept.append(other)
        return True

    __hash__ = object.__hash__


kept = []
try:
    with decimal.localcontext(flags=[Same()], traps=[]) as context:
        if any(type(signal) is not type or not issubclass(signal, decimal.DecimalException) for signal in context.flags):
            escaped(context.flags)
except KeyError:
    # As CPython, for what is no signal.
    pass
if any(not issubclass(cls, decimal.DecimalException) for cls in kept):
    escaped(kept)
