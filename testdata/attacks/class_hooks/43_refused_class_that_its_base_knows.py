# technique: a class that is refused when it is made is known to its base already; issubclass() asks all the classes that an ABC knows of
# source: reading GraalPy's library (_py_abc) and its type()
# goal: a class with special methods that guests can't define
# impact: policy
from abc import ABC, ABCMeta

found = []


class Cache:
    """Stands where ABCMeta keeps its cache once a class is made."""

    def __get__(self, o, cls):
        found.append(cls)
        return ()


class Base(ABC):
    pass


class Error(Exception, metaclass=ABCMeta):
    pass


class Meta(type, metaclass=ABCMeta):
    pass


def nothing(*_):
    return True


for base in (Base, Error, Meta):
    for name, value in (('__class__', property(nothing)), ('__getattribute__', nothing), ('__reduce_ex__', nothing), ('__subclasshook__', classmethod(nothing)),
                        ('__instancecheck__', nothing), ('mro', nothing), ('__getstate__', nothing), ('__mro_entries__', nothing), (5, nothing)):
        try:
            type(base)('Refused', (base,), {'_abc_cache': Cache(), '_abc_registry': Cache(), '_abc_negative_cache': Cache(), name: value})
        except TypeError:
            pass
        for asked in (lambda: issubclass(int, base), lambda: isinstance(base, base)):
            try:
                asked()
            except TypeError:
                pass
for cls in found:
    if cls.__name__ == 'Refused':
        escaped(cls)


class Field:
    def __get__(self, o, cls):
        found.append(o or cls)
        return ()

    def __set__(self, o, value):
        pass


class Watching(ABCMeta):
    """Its classes have the attribute even when they have no bases yet to look in."""
    _abc_cache = Field()


watched = Watching('Watched', (), {})
plain = Watching('Plain', (watched,), {})
# Those fail before the guards see them, or after.
for bases, names in (((watched, plain), {}), ((watched, watched), {}), ((watched,), {'__qualname__': 5}), ((watched,), {'__slots__': (5,)}), ((watched,), {'__slots__': ('a', 'a ')}),
                     ((watched, int), {'__slots__': ('a',)}), ((watched,), {'a': 1, '__slots__': ('a',)}), ((watched,), {'__classcell__': 5}), ((watched,), {'__doc__': '\ud800'})):
    try:
        Watching('Unfinished', bases, {'__getattribute__': nothing, '__hash__': nothing, **names})
    except (TypeError, ValueError, UnicodeError):
        pass
    issubclass(float, watched)
    for cls in found:
        if cls.__name__ in ('Refused', 'Unfinished'):
            escaped(cls)


def deep(n):
    """Close to the end of the stack the guards fail in the middle of looking at the class."""
    try:
        return deep(n + 1)
    except RecursionError:
        try:
            type(Base)('Unseen', (Base,), {'_abc_cache': Cache(), '__getattribute__': nothing})
        except TypeError:
            return n
        raise


try:
    deep(0)
except RecursionError:
    pass
issubclass(str, Base)
for cls in found:
    if cls.__name__ in ('Refused', 'Unseen'):
        escaped(cls)
