def f(x, k):
 (x if _type_(x) is _site0a_ or _type_(x) is _site0b_ or _type_(x) is _site0c_ else _write_(x, _sites_, 0)).foo = x.foo + x[0]
 _print_(x)
 x.n += 2
 x[k] += 1
 x[k:2] = x[1:, k]
 k *= k
 for (a, (b, *c)) in x.items():
  (a, b) = c = (b, a)
 del x.foo; del x[k]
 return f'{(x)!r:>{(k)}} {(x._private if _type_(x) is _site1a_ or _type_(x) is _site1b_ or _type_(x) is _site1c_ else _getattr_(x, '_private', _sites_, 1))}' + _getattr_('{}', 'format')(*a, **b)


class Point:
 __match_args__ = ('x', 'y')

 def __init__(self, x, y=None):
  super().__init__()
  (self if _type_(self) is _site2a_ or _type_(self) is _site2b_ or _type_(self) is _site2c_ else _write_(self, _sites_, 2)).__x = x
  self.y = (self._Point__x if _type_(self) is _site3a_ or _type_(self) is _site3b_ or _type_(self) is _site3c_ else _getattr_(self, '_Point__x', _sites_, 3)) if y is None else y


collections = __import__('collections.abc'); j = __import__('json', 'as')
root = _import_from_('math', 0, 'sqrt'); pi = _import_from_('math', 0, 'pi')
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
