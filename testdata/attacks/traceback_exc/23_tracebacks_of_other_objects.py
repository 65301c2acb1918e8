# technique: call the methods of traceback.TracebackException on other objects, make tracebacks of none, read what it keeps
# goal: have trusted code set or read what a guest may not, or make a frame
# impact: none expected
import decimal
import json
import traceback
import types
from traceback import TracebackException

found = []


def attempt(step):
    try:
        found.append(step())
    except Exception:
        pass


try:
    raise ValueError('x')
except ValueError as error:
    kept = error
    where = error.__traceback__

context = decimal.getcontext().copy()
for target in (json.JSONDecoder(), context, json, traceback, types.SimpleNamespace(), TracebackException, dict, len):
    attempt(lambda: TracebackException.__init__(target, ValueError, kept, where))
    for name in ('_said', '_lines', 'stack', 'exc_type'):
        attempt(lambda: getattr(target, name).append if hasattr(target, name) and target is not TracebackException else 1 / 0)

said = TracebackException.from_exception(kept)
attempt(lambda: said._said)
attempt(lambda: getattr(said, '_said'))
attempt(lambda: vars(said))
attempt(lambda: getattr(said.stack[0], 'f_globals'))
attempt(lambda: TracebackException.from_exception(json.JSONDecoder()))
attempt(lambda: TracebackException(ValueError, json, None))
attempt(lambda: types.TracebackType(None, said, 0, 1))
attempt(lambda: types.TracebackType(where, where, 0, 1))
attempt(lambda: getattr(types.TracebackType, 'tb_frame'))
attempt(lambda: getattr(where, 'tb_' + 'frame'))
attempt(lambda: '{0.__init__.__globals__}'.format(said))


class Mine(TracebackException):
    def __setattr__(self, name, value):
        found.append(name)


Mine.from_exception(kept)
if found:
    escaped(repr(found)[:200])
