# technique: lru_cache() copies the attributes of what it wraps, so the raw descriptors of a type of Python's can be had from it
# source: reading GraalPy's library
# goal: the defaults of a library's function, through a descriptor that a property of the guest's calls
# impact: introspect
import functools
import types
import weakref


def tried(read):
    try:
        return read()
    except (AttributeError, TypeError):
        return None


descriptor = tried(lambda: functools.lru_cache(types.FunctionType).__kwdefaults__)
target = weakref.WeakSet.add
for read in (lambda: descriptor.__get__(target), lambda: functools.partialmethod(descriptor).__get__(target, type(target)).func,
             lambda: functools.singledispatchmethod(descriptor).__get__(target, type(target))(target),
             lambda: classmethod(descriptor).__get__(None, target)()):
    if descriptor is not None and isinstance(tried(read), (dict, tuple)):
        escaped(read)
