# technique: NewType.__init__, called with a library's class for self, gives that class the name and, by who calls it, the module of another
# source: own
# goal: str.format as it is, which is allowed to a class of the name string.Formatter; namespaces, which are allowed to types.SimpleNamespace
# impact: introspect
import argparse
import collections
import functools
import sched
import string
import types
import typing


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except (TypeError, AttributeError, ValueError, KeyError) as error:
        print(type(error).__name__)


def rename(cls, name):
    return functools.partial(typing.NewType.__init__, cls, name)


# The module string calls it.
class Names:
    __getitem__ = rename(collections.UserString, 'Formatter')


attempt(lambda: string.Template('$x').substitute(Names()))
text = attempt(lambda: collections.UserString('{0.__globals__}').format(attempt))
if text is not None:
    ESCAPED = text


# The module types calls it.
class Base:
    pass


base = Base()
vars(base)['__mro_entries__'] = rename(sched.scheduler, 'SimpleNamespace')
attempt(types.resolve_bases, (base,))
names = attempt(lambda: sched.scheduler().__dict__)
if names is not None:
    ESCAPED = names

# An alias takes the module of what it stands for: argparse.HelpFormatter is a textwrap.TextWrapper then, whose attributes can be set.
origin = Base()
origin.__module__ = 'textwrap'
attempt(typing.NewType.__init__, argparse.HelpFormatter, 'TextWrapper', int)
attempt(type(typing.List[int]).__init__, argparse.HelpFormatter, origin, ())
helper = argparse.HelpFormatter('prog')


def change():
    helper._prog = 'changed'
    return helper


if attempt(change) is not None:
    ESCAPED = helper
