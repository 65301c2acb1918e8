# technique: a WeakMethod keeps what a method is bound to, and gives it to whoever calls it as the plain reference that it also is
# source: reading GraalPy's library
# goal: what is behind a builtin function: its module
# impact: introspect
import functools
import math
import random
import weakref

modules = type(random)
for method in (len, math.sin, [].append, random.choice, functools.partial(len)):
    try:
        found = weakref.ref.__call__(weakref.WeakMethod(method))
    except TypeError:
        continue
    if isinstance(found, modules):
        escaped(found)
