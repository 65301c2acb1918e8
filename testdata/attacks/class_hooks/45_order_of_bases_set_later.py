# technique: a metaclass can't define mro(), but may be given one later; type() calls it with a class that no guard has seen, and takes the order that it answers
# source: reading GraalPy's type()
# goal: a class in the middle of being made; an order of bases that guards and patterns have not looked at
# impact: guard
import json
import typing
from abc import ABCMeta

seen = []


class Evil:
    __match_args__ = ('__globals__',)


def order(cls):
    seen.append(cls)
    try:
        match 5:
            case cls(x):
                pass
    except (AttributeError, TypeError):
        pass
    return [cls, Evil, object]


def tried(function):
    try:
        return function()
    except (TypeError, AttributeError, SystemError):
        return None


class Statement(ABCMeta):
    pass


class Builtin(ABCMeta):
    pass


class Protocol(ABCMeta):
    pass


class Mixin:
    pass


class Mixed(Mixin, ABCMeta):
    pass


class Loop(ABCMeta):
    pass


class Unpacked(ABCMeta):
    pass


class Block(ABCMeta):
    def __enter__(cls):
        return order

    def __exit__(cls, *_):
        return None


class Blocks(metaclass=Block):
    pass


class Fields(ABCMeta):
    pass


def statement():
    Statement.mro = order


def mixin():
    Mixin.mro = order


def loop():
    for Loop.mro in [order]:
        pass


def unpacked():
    _, (Unpacked.mro, *_) = 1, (order, 2)


def block():
    with Blocks as Block.mro:
        pass


def annotated():
    Fields.mro: object = order


for function in (statement, mixin, loop, unpacked, block, annotated, lambda: setattr(Builtin, 'mro', order), lambda: ABCMeta.__setattr__(Protocol, 'mro', order),
                 lambda: type('Made', (ABCMeta,), {'mro': order})('Seen', (), {})):
    tried(function)
for meta in (Statement, Builtin, Protocol, Mixed, Loop, Unpacked, Block, Fields):
    made = tried(lambda: meta('Made', (), {}))
    if made is None:
        continue
    made.register(type(order))
    try:
        match json.dumps:
            case made(found):
                escaped(found)
    except TypeError:
        pass
if seen:
    escaped(seen)


class Plain:
    """Of an object it is an attribute like any other."""

    def __init__(self):
        self.mro = 1
        self.mro += 1


plain = Plain()
plain.mro += 1
assert plain.mro == 3 and int.mro()[-1] is object
