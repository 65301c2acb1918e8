# technique: what lru_cache() and contextmanager() copy of a type are its raw descriptors; classes derived from the library's bind them to anything
# source: reading GraalPy's library
# goal: the object of an AttributeError, the defaults of a library's function
# impact: introspect
import contextlib
import functools
import json
import types


class Method(functools.partialmethod):
    pass


class Dispatched(functools.singledispatchmethod):
    pass


class Static(staticmethod):
    pass


class Class(classmethod):
    pass


def attempt(call):
    try:
        return call()
    except (AttributeError, TypeError, ValueError, RuntimeError):
        return None


missing = attempt(lambda: [].nothing)
try:
    json.nothing
except AttributeError as error:
    missing = error
for source, name, target in ((AttributeError, 'obj', missing), (types.FunctionType, '__kwdefaults__', json.dumps), (types.FunctionType, '__defaults__', json.dumps)):
    for copies in (functools.lru_cache, functools.cache, contextlib.contextmanager, contextlib.nullcontext().__class__):
        raw = attempt(lambda: getattr(copies(source), name))
        for bind in (
            lambda: raw.__get__(target), lambda: Class(raw).__get__(None, target), lambda: Static(raw).__get__(target),
            lambda: Method(raw).__get__(target, type(target)).func, lambda: Dispatched(raw).__get__(target, type(target))(1),
            lambda: property(raw).__get__(target), lambda: functools.cached_property(raw).__get__(target),
            lambda: Class(raw).__get__(None, target)(),
        ):
            found = attempt(bind)
            if isinstance(found, (dict, tuple, types.FunctionType, type(json))):
                escaped(found)
