# technique: globals(), locals(), vars() and dir() handed to library functions that call them from a frame of their own
# source: found in pyrestrict: the builtins looked at the frame that called them, whosever it was
# goal: the namespace of contextlib, with sys and os in it
# impact: exec
import contextlib
import functools


def look(found):
    if type(found) is dict and ('sys' in found or 'os' in found or 'exec' in found):
        escaped(sorted(found))
    if type(found) is list and ('sys' in found or 'abc' in found):
        escaped(found)


for builtin in (globals, locals, vars, dir):
    for maker in (contextlib.contextmanager, contextlib.asynccontextmanager):
        try:
            look(maker(builtin)().gen)
        except Exception:
            pass

    def catch(*results):
        for result in results:
            look(result)

    for call in (
        lambda: functools.partial(builtin)(),
        lambda: functools.lru_cache()(builtin)(),
        lambda: functools.reduce(lambda a, _: builtin(), [1, 2]),
        lambda: functools.partialmethod(builtin).__get__(None, int)(),
        lambda: next(iter(builtin, None)),
        lambda: sorted([1], key=lambda _: look(builtin())),
    ):
        try:
            catch(call())
        except Exception:
            pass
