# technique: an alias of typing is initialised again while its bases are asked for, so that Python finds others than the guards
# source: the guards ask for the bases, and Python asks once more
# goal: a class statement with bases that nobody has looked at
# impact: policy
import typing


class Maker:
    def __init__(self, *_, **__):
        pass


alias = typing.List[int]
asked = []


class Meta(type):
    __hash__ = type.__hash__

    def __eq__(cls, other):
        asked.append(other)
        if len(asked) > 1:
            alias.__init__(Maker(), ())
        return cls is other


class Base(metaclass=Meta):
    pass


class Made(Base, alias):
    pass


if isinstance(Made, Maker):
    escaped(Made)
