# technique: heapq.merge() goes on with __self__ of what an iterator has for __next__; that is a function of a library's module
# source: reading GraalPy's library
# goal: what is behind a builtin function: its module
# impact: introspect
import heapq
import time


class Clock:
    __next__ = time.monotonic

    def __iter__(self):
        return self


for found in heapq.merge(Clock()):
    if not isinstance(found, float):
        escaped(found)
    if found > 0:
        break
