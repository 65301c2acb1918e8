# technique: a partialmethod notes what the function is bound to that a descriptor gave it; copies show the note
# source: reading GraalPy's library
# goal: what is behind a builtin function: its module
# impact: exec
import copy
import functools
import sys


class Gives:
    def __get__(self, instance, owner=None):
        return print


class Holder:
    method = functools.partialmethod(Gives())


class Memo:
    """Keeps what is copied, and lets one object pass for a copy of itself."""

    def __init__(self, passes):
        self.left, self.kept = passes, []

    def get(self, key, default=None):
        self.left -= 1
        return 'copied' if self.left == 0 else default

    def __getitem__(self, key):
        return self.kept

    def __setitem__(self, key, value):
        pass


for passes in range(1, 20):
    memo = Memo(passes)
    try:
        copy.deepcopy(Holder.method, memo)
    except TypeError:
        pass
    for found in memo.kept:
        if type(found) is dict and any(type(value) is type(sys) for value in found.values()):
            escaped(found)
if hasattr(copy.copy(Holder.method), '__self__'):
    escaped(Holder.method)
