def f(x, k):
 _write_(x).foo = _getattr_(x, 'foo') + _getitem_(x, 0)
 _print_(x)
 _write_(_t0_).n = _inplacevar_('+=', _getattr_((_t0_ := x), 'n'), 2); del _t0_
 _write_(_t1_)[_t2_] = _inplacevar_('+=', _getitem_((_t1_ := x), (_t2_ := k)), 1); del _t1_; del _t2_
 _write_(x)[k:2] = _getitem_(x, (_slice_(1, None, None), k))
 k = _inplacevar_('*=', k, k)
 for (a, (b, *c)) in _iter_unpack_sequence_(_getattr_(x, 'items')(), {'childs': ((1, {'childs': (), 'min_len': 1}),), 'min_len': 2}, _getiter_):
  _t3_ = (b, a); (a, b) = _unpack_sequence_(_t3_, {'childs': (), 'min_len': 2}, _getiter_); c = _t3_; del _t3_
 del _write_(x).foo; del _write_(x)[k]
 return f'{(x)!r:>{(k)}} {(_getattr_(x, '_private'))}' + _apply_(_getattr_('{}', 'format'), *_getiter_(a), **b)


class Point:
 __match_args__ = ('x', 'y')

 def __init__(self, x, y=None):
  _getattr_(super(), '__init__')()
  _write_(self).__x = x
  _write_(self).y = _getattr_(self, '_Point__x') if y is None else y


collections = __import__('collections.abc'); j = __import__('json', 'as')
root = _import_from_('math', 0, 'sqrt'); pi = _import_from_('math', 0, 'pi')
match _match_(Point(1, 2), (_t4_ := _match_class_(Point))):
 case (_t4_(x, y=0) | [x, *_]): pass
 case {'k': x, **rest} if rest: _print_(x)


def g():
 try:
  yield from _getiter_([*_getiter_(range(3))])
 except _catch_(BaseException) as error:
  raise
 else: pass
 finally: pass
