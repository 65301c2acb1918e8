# technique: as 37, but what the class is made of are things of the library that call the guest's function: dispatchers, wrappers, aliases, methods of generators
# source: whether a class is the library's is told from what is in it
# goal: a class with special methods that guests can't define, and that counts as the library's
# impact: policy
import contextlib
import functools
import re
import reprlib
import types

made = []
PATTERN = r'[^\w@%+=:,./-]'


def called(*_):
    return int


def answers():
    while True:
        yield int


@contextlib.contextmanager
def managed():
    yield


class Meta(type):
    def __hash__(cls):
        return hash(str)

    def __eq__(cls, other):
        return True


def make(names, *bases):
    class Shown:
        __str__ = functools.partial(list.extend, made, map(type, ['Made'], [bases], [names]))

    class Text(str, metaclass=Meta):
        __hash__ = str.__hash__
        __eq__ = functools.partial(print, Shown())

    re.purge()
    try:
        re.compile(Text(PATTERN), re.ASCII)
    except TypeError:
        pass
    try:
        import shlex
    except TypeError:
        pass


generator = answers()
next(generator)
for accessor in (functools.singledispatch(called), reprlib.recursive_repr()(called), types.GenericAlias(called, ()), generator.send,
                 functools.partial(called).__call__, functools.lru_cache(called), managed()(called)):
    make({'__class__': property(accessor)})
make({'mro': lambda cls: [cls, object]}, type)
if made:
    escaped(made)
