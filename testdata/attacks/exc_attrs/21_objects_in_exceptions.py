# technique: every attribute of every exception that a refused operation raises
# source: reading pyrestrict and GraalPy's library
# goal: a module, a frame or a function behind an exception
# impact: introspect
# exceptions of guards and library code: their attributes lead nowhere
import json, random, enum, dataclasses, string, contextlib, warnings
def looks(e, seen=0):
    while e is not None and seen < 10:
        for n in ('obj', 'object', 'name', 'args', 'path', 'value', 'code', 'filename', 'print_file_and_line'):
            try: v = getattr(e, n)
            except AttributeError: continue
            for x in (v if type(v) is tuple else (v,)):
                t = type(x).__name__
                if t in ('module', 'frame', 'code', 'traceback', 'builtin_function_or_method', 'getset_descriptor'):
                    escaped((n, x))
        e = e.__context__ or e.__cause__
        seen += 1
ops = [lambda: getattr(json, 'nope'), lambda: json.nope, lambda: setattr(json, 'x', 1), lambda: delattr(json, 'dumps'), lambda: '{0.nope}'.format(json), lambda: dataclasses.asdict(json), lambda: dataclasses.fields(json), lambda: random.Random.nope, lambda: len(json), lambda: json(), lambda: next(json), lambda: print.x, lambda: setattr(print, 'x', 1), lambda: type.__setattr__(random.Random, 'x', 1), lambda: object.__setattr__(json, 'x', 1), lambda: vars(json), lambda: hash([]), lambda: contextlib.ExitStack().enter_context(json), lambda: string.Formatter().vformat('{0.nope}', (json,), {})]
for o in ops:
    try: o()
    except Exception as e: looks(e)
    try: o()
    except Exception as e:
        f = e
        class X(type(e)): pass
        g = f
        looks(g)
