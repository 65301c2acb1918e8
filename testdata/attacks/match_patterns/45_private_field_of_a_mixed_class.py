# technique: a class names fields for its pattern that are nobody's yet; a class derived from it and from a library's has them
# source: own
# goal: a real module behind a private attribute of a library's class, and str.format as it is
# impact: exec
import pathlib
import types


class Paths:
    __match_args__ = ('_flavour',)


class Path(Paths, pathlib.PurePosixPath):
    pass


class Texts:
    __match_args__ = ('format',)


class Text(Texts, str):
    pass


# The same, but the pattern is first.
class EarlyPaths:
    __match_args__ = ('_flavour',)


class EarlyTexts:
    __match_args__ = ('format',)


# Metaclasses: what a pattern reads is read from a class, which may have a library's as a base.
class Meta(type):
    __match_args__ = ('_flavour',)


class MetaAside:
    __match_args__ = ('_flavour',)


class EarlyMetaAside:
    __match_args__ = ('_flavour',)


def attempt(subject, cls):
    try:
        match subject:
            case cls(found):
                return found
    except TypeError as error:
        print(error)


def made(*arguments, **keywords):
    try:
        return types.new_class(*arguments, **keywords)
    except TypeError as error:
        print(error)
        return object


# Ordinary fields of such a name stay what they are.
class Own(EarlyPaths, EarlyTexts):
    _flavour = format = 2


attempt(Own(), EarlyPaths)
attempt(Own(), EarlyTexts)
attempt(Own(), EarlyMetaAside)

found = [attempt(Path('a'), Paths), attempt(Text('{0.__globals__}'), Texts)]

LatePath = made('LatePath', (EarlyPaths, pathlib.PurePosixPath))
found.append(attempt(LatePath(), EarlyPaths))

LateText = made('LateText', (EarlyTexts, str))
found.append(attempt(LateText(), EarlyTexts))

try:
    class Later(Own, pathlib.PurePosixPath):
        _flavour = 3
        __slots__ = ()

        def look(self):
            del Later._flavour
            return attempt(self, EarlyPaths)

    found.append(Later('a').look())
except TypeError as error:
    print(error)

try:
    class PathClass(pathlib.PurePosixPath, metaclass=Meta):
        pass

    found.append(attempt(PathClass, Meta))
except TypeError as error:
    print(error)

try:
    class MixedMeta(MetaAside, type):
        pass

    class PathOfMixed(pathlib.PurePosixPath, metaclass=MixedMeta):
        pass

    found.append(attempt(PathOfMixed, MetaAside))
except TypeError as error:
    print(error)

try:
    class LateMeta(EarlyMetaAside, type):
        pass

    class PathOfLate(pathlib.PurePosixPath, metaclass=LateMeta):
        pass

    found.append(attempt(PathOfLate, EarlyMetaAside))
except TypeError as error:
    print(error)

for value in found:
    if value is not None and not isinstance(value, int):
        ESCAPED = value
