# Asked of the class before any of its objects.
from collections.abc import Collection, Container, Hashable, Iterable, Iterator, Reversible, Sequence, Sized
from functools import singledispatch
from typing import Sequence as TypingSequence

kinds = (Sequence, Collection, Sized, Iterable, Container, Reversible, Hashable, Iterator, TypingSequence)
print([issubclass(range, kind) for kind in kinds])
print([isinstance(range(3), kind) for kind in kinds])
print([isinstance(range(10**12), kind) for kind in kinds])


@singledispatch
def describe(value):
    return "something"


@describe.register
def _(value: Sequence):
    return f"a sequence of {len(value)}"


print(describe(range(4)), describe([1]), describe({1}))
