# technique: lru_cache() and contextmanager() copy the members of a class to what wraps it: there they are nobody's, and str.format is as it is
# source: reading GraalPy's library; the guards decide by whose a member is
# goal: attributes that no guard has seen, read by the format language
# impact: introspect
import collections
import contextlib
import functools
import types


def generator():
    yield


running = generator()
for wrap in (functools.lru_cache, functools.cache, contextlib.contextmanager, contextlib.asynccontextmanager, contextlib.ContextDecorator().__call__):
    for cls, template in ((str, '{0.gi_frame}'), (collections.UserString, collections.UserString('{0.gi_frame}'))):
        for call in (lambda: wrap(cls).format(template, running), lambda: wrap(cls).format_map(template, {'0': running}),
                     lambda: getattr(wrap(wrap(cls)), 'format')(template, running)):
            try:
                found = call()
            except (AttributeError, TypeError, ValueError, KeyError):
                continue
            if 'frame' in str(found):
                escaped(found)
for wrap in (contextlib.contextmanager, functools.lru_cache):
    try:
        read = wrap(type(types.FunctionType.__defaults__)).__get__
        found = read(types.FunctionType.__defaults__, functools.update_wrapper)
    except (AttributeError, TypeError):
        continue
    if isinstance(found, tuple):
        escaped(found)
