# technique: as 36, with no base of the guest's: an object among the members is told the class
# source: whether the guest makes a class is told from the frames, and from the bases
# goal: a class with special methods that guests can't define, and that counts as the library's
# impact: policy
import enum
import functools
import re

made = []
PATTERN = r'[^\w@%+=:,./-]'


class Member:
    def __set_name__(self, owner, name):
        made.append(owner)


def called(*_):
    return int


class Meta(type):
    def __hash__(cls):
        return hash(str)

    def __eq__(cls, other):
        return True


class Text(str, metaclass=Meta):
    __hash__ = str.__hash__
    __eq__ = functools.partial(enum.Enum, names={'__class__': property(functools.partial(called)), 'A': 1, '_ignore_': [], 'b': Member()})


try:
    re.compile(Text(PATTERN), re.ASCII)
except TypeError:
    pass
try:
    import shlex
except TypeError:
    pass
for cls in made:
    if isinstance(cls.A, int):
        escaped(cls)
