# technique: an alias of typing keeps objects of the guest's: one is asked whether it is true, others are compared, and meanwhile the alias is initialised again, so that Python finds other bases than the guards
# source: the guards ask for the bases, and Python asks once more
# goal: a class statement with bases that nobody has looked at
# impact: policy
import typing

T = typing.TypeVar('T')


class Maker:
    def __init__(self, *_, **__):
        pass


class Base:
    pass


class Told:
    """Changes the alias when it is asked for the second time since it is armed."""

    def __init__(self):
        self.left = None

    def change(self):
        if self.left is not None:
            self.left -= 1
            if self.left == 0:
                changed[0].__init__(Maker(), ())

    def __bool__(self):
        self.change()
        return False

    def __eq__(self, other):
        self.change()
        return False

    __hash__ = object.__hash__


changed = [None]
for times in (1, 2, 3, 4):
    told = Told()
    changed[0] = alias = typing.List[int]
    alias.__init__(Base, (), name=told)
    told.left = times
    try:
        class Asked(alias):
            pass
    except TypeError:
        pass
    else:
        if isinstance(Asked, Maker):
            escaped(Asked)
    told = Told()
    first = typing.Dict[int, int]
    first.__init__(typing.Generic, (told,))
    changed[0] = alias = typing.List[int]
    alias.__init__(typing.Generic, (told,))
    told.left = times
    try:
        class Compared(first, alias):
            pass
    except TypeError:
        pass
    else:
        if isinstance(Compared, Maker):
            escaped(Compared)


class Kept(typing.List[T], typing.Generic[T]):
    pass


class Plain(typing.List):
    pass


if Kept.__orig_bases__ != (typing.List[T], typing.Generic[T]) or Plain.__orig_bases__[0] is not typing.List or Kept[int]().__orig_class__ != Kept[int]:
    ESCAPED = Kept
