def f(x, k):
 (x if _type_(x) is _site0_ or _type_(x) in _site1_ else _write_(x, '_site0_', '_site1_')).foo = x.foo + x[0]
 _print_(x)
 (x if _type_(x) is _site2_ or _type_(x) in _site3_ else _write_(x, '_site2_', '_site3_')).n += 2
 x[k] += 1
 x[k:2] = x[1:, k]
 k = _inplacevar_('*=', k, k)
 for (a, (b, *c)) in x.items():
  (a, b) = c = (b, a)
 del (x if _type_(x) is _site4_ or _type_(x) in _site5_ else _write_(x, '_site4_', '_site5_')).foo; del x[k]
 return f'{(x)!r:>{(k)}} {(x._private if _type_(x) is _site6_ or _type_(x) in _site7_ else _getattr_(x, '_private', '_site6_', '_site7_'))}' + _getattr_('{}', 'format')(*a, **b)


class Point:
 __match_args__ = ('x', 'y')

 def __init__(self, x, y=None):
  super().__init__()
  (self if _type_(self) is _site8_ or _type_(self) in _site9_ else _write_(self, '_site8_', '_site9_')).__x = x
  (self if _type_(self) is _site12_ or _type_(self) in _site13_ else _write_(self, '_site12_', '_site13_')).y = (self.__x if _type_(self) is _site10_ or _type_(self) in _site11_ else _getattr_(self, '_Point__x', '_site10_', '_site11_')) if y is None else y


collections = __import__('collections.abc'); j = __import__('json', 'as')
root = _import_from_('math', 0, 'sqrt'); pi = _import_from_('math', 0, 'pi')
match _match_(Point(1, 2), (__t0__ := _match_class_(Point))):
 case (__t0__(x, y=0) | [x, *_]): pass
 case {'k': x, **rest} if rest: _print_(x)


def g():
 try:
  yield from [*range(3)]
 except _catch_(BaseException) as error:
  raise
 else: pass
 finally: pass
