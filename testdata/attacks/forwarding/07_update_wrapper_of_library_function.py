# technique: update_wrapper changes a dictionary of the wrapper before anything is assigned
# goal: a library function's annotations changed
# impact: policy
import functools
import json
def f():
    pass
f.__annotations__ = {'planted': int}
try:
    functools.update_wrapper(json.dumps, f, assigned=(), updated=('__annotations__',))
except Exception:
    pass
if getattr(json.dumps, '__annotations__', {}).get('planted'):
    ESCAPED = json.dumps
