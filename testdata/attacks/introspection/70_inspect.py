# technique: inspect leads to frames, code, namespaces, or defaults of the runtime's own functions
# source: own, with the module inspect
# goal: what stands behind a function
# impact: exec
import collections
import inspect
import json


def f(a=1):
    return a


def generator():
    yield


found = []


def attempt(action):
    try:
        value = action()
    except Exception:
        return
    if value is not None:
        found.append(value)


attempt(inspect.currentframe)
for name in ('stack', 'trace', 'getouterframes', 'getmodule', 'getclosurevars', 'getgeneratorlocals', 'sys', 'types', 'functools', 'getfile'):
    attempt(lambda: getattr(inspect, name))
for name in ('__globals__', '__code__', '__closure__', '__builtins__'):
    for o in (f, type(f), print, json.dumps, len, f.__call__):
        attempt(lambda: inspect.getattr_static(o, name))
        attempt(lambda: dict(inspect.getmembers(o))[name])
for name in ('__mro__', '__subclasses__', '__dict__', '__getattribute__', '__reduce__'):
    attempt(lambda: inspect.getattr_static(type, name).__get__)
for name in ('gi_frame', 'gi_code'):
    attempt(lambda: inspect.getattr_static(generator(), name))
    attempt(lambda: dict(inspect.getmembers(generator()))[name])
for function in (print, vars, json.dumps, collections.namedtuple, getattr):
    attempt(lambda: inspect.getfullargspec(function))
attempt(lambda: inspect.getsource(f))




if found:
    ESCAPED = found
