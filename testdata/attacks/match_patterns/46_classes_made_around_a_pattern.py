# technique: a class whose pattern reads a private name is mixed with a library's class by everything that makes classes
# source: own
# goal: the module that a path keeps in a private attribute
# impact: exec
import abc
import dataclasses
import functools
import pathlib
import types
import typing


class Own:
    __match_args__ = ('_flavour',)
    _flavour = 'own'


def read(o):
    match o:
        case Own(found):
            return found


read(Own())
makers = [
    lambda: type('A', (Own, pathlib.PurePosixPath), {}),
    lambda: types.new_class('B', (Own, pathlib.PurePosixPath)),
    lambda: abc.ABCMeta('C', (Own, pathlib.PurePosixPath), {}),
    lambda: dataclasses.make_dataclass('D', [], bases=(Own, pathlib.PurePosixPath)),
    lambda: type('E', (typing.Generic[typing.TypeVar('T')], Own, pathlib.PurePosixPath), {}),
]
for make in makers:
    try:
        cls = make()
        del Own._flavour
    except Exception:
        continue
    try:
        found = read(cls('a'))
    except Exception:
        continue
    finally:
        Own._flavour = 'own'
    if type(found) is type(functools):
        ESCAPED = found
