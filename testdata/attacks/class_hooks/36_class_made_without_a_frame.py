# technique: as 35, but no frame of the guest's stands between the import and the class: a partial of Enum() compares the key
# source: whether the guest makes a class is told from the frames
# goal: a class with special methods that guests can't define, and that counts as the library's
# impact: policy
import enum
import functools
import re

made = []
PATTERN = r'[^\w@%+=:,./-]'


class Base:
    def __init_subclass__(cls, **keywords):
        made.append(cls)


class Meta(type):
    def __hash__(cls):
        return hash(str)

    def __eq__(cls, other):
        return True


class Text(str, metaclass=Meta):
    __hash__ = str.__hash__
    __eq__ = functools.partial(enum.Enum, names={'__class__': property(lambda self: int), 'A': 1}, type=Base)


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
