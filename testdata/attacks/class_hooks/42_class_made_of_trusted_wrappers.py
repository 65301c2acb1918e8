# technique: as 38, with wrappers that trusted code makes: they hold the guest's function inside of something else
# source: own; only functions were looked for in what trusted code's functions hold
# goal: a class with special methods that guests can't define, and that counts as the library's
# impact: policy
import functools
import re
import operator
import types

made = []
PATTERN = r'[^\w@%+=:,./-]'


def called(*_):
    return int


class Called:
    def __call__(self, *_):
        return int

    def method(self, *_):
        return int


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


for function in (functools.partial(called), Called(), Called().method, functools.lru_cache(called), functools.singledispatch(called),
                 functools.partial(called).__call__, called.__call__, operator.methodcaller('method')):
    try:
        wrapper = types.coroutine(function)
    except (TypeError, AttributeError):
        continue
    make({'__class__': property(wrapper)})
if made:
    escaped(made)
