def f(x, k):
 (x if _plain_(x) else _write_(x)).foo = x.foo + x[0]
 _print_(x)
 x.n += 2
 x[k] += 1
 x[k:2] = x[1:, k]
 k *= k
 for (a, (b, *c)) in x.items():
  (a, b) = c = (b, a)
 del x.foo; del x[k]
 return f'{(x)!r:>{(k)}} {(x._private if _plain_(x) else _getattr_(x, '_private'))}' + _getattr_('{}', 'format')(*a, **b)


class Point:
 __match_args__ = ('x', 'y')

 def __init__(self, x, y=None):
  super().__init__()
  (self if _plain_(self) else _write_(self)).__x = x
  self.y = (self._Point__x if _plain_(self) else _getattr_(self, '_Point__x')) if y is None else y


collections = __import__('collections.abc'); j = __import__('json', 'as')
root = _import_from_('math', 0, 'sqrt'); pi = _import_from_('math', 0, 'pi')
queue = __import__('collections.abc').deque()
match _match_(Point(1, 2), (__t0__ := _match_class_(Point))):
 case (__t0__(x, y=0) | [x, *_]): pass
 case {'k': x, **rest} if rest: _print_(x)


def g():
 try:
  yield from [*range(3)]
 except _catch_(BaseException) as error:
  _caught_(error); raise
 else: pass
 finally: pass
