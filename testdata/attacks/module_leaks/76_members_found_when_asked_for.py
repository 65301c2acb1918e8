# technique: the functions of a module that find its members when one is first asked for: read, replaced, called in the middle of the stack's end
# source: own
# goal: a function of trusted code and what it holds, a member of the guest's own put in the place of one, a module left half made
# impact: guard
import io
import sys
import weakref
from unittest import mock


def attempt(function):
    try:
        return function()
    except (AttributeError, TypeError, ImportError, RecursionError):
        return None


marker = object()
if getattr(io, '__getattr__', None) is not None:
    escaped('__getattr__')
for name in ('__clo' + 'sure__', '__glo' + 'bals__', '__co' + 'de__', '__func' + '__', '__built' + 'ins__'):
    if attempt(lambda: getattr(io.__dir__, name)) is not None:
        escaped(name)
for text in (repr(io.__dir__), str(attempt(lambda: io.__dir__.__qualname__)), str(attempt(lambda: io.__dir__.__module__))):
    if 'facade' in text or '<locals>' in text:
        escaped(text)
for name in ('__getattr__', '__dir__', 'TextIOWrapper', 'nothing'):
    for change in (lambda: setattr(io, name, marker), lambda: delattr(io, name), lambda: object.__setattr__(io, name, marker), lambda: mock.patch.object(io, name, marker, create=True).start()):
        attempt(change)
    if getattr(io, name, None) is marker or name in ('__getattr__', '__dir__') and name in dir(io):
        escaped(name)


class Name(str):
    def __eq__(self, other):
        return True


for name in ('FileIO', 'open_code', '__loader__', 'sys', 'nothing'):
    if attempt(lambda: getattr(io, Name(name))) is not None:
        escaped(name)


def at(depth, function):
    return at(depth - 1, function) if depth else function()


# Each time the stack ends at another place; then it is there as if nothing had happened.
limit = sys.getrecursionlimit()
for left in range(2, 80, 6):
    attempt(lambda: at(limit - left, lambda: weakref.proxy))
if sorted(name for name in dir(weakref) if name in ('proxy', 'ProxyType', 'ProxyTypes', 'CallableProxyType')) != ['CallableProxyType', 'ProxyType', 'ProxyTypes', 'proxy']:
    raise AssertionError(dir(weakref))
held = type('Held', (), {'size': 3})()
if weakref.proxy(held).size != 3 or io.TextIOWrapper(io.BytesIO(b'text')).read() != 'text':
    raise AssertionError('not found')
