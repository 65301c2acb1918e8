def f(x, k):
 _write_(x).foo = _getattr_(x, 'foo') + _getitem_(x, 0)
 _print_(x)
 _write_(__t0__).n = _inplacevar_('+=', _getattr_((__t0__ := x), 'n'), 2); del __t0__
 _write_(__t1__)[__t2__] = _inplacevar_('+=', _getitem_((__t1__ := x), (__t2__ := k)), 1); del __t1__; del __t2__
 _write_(x)[k:2] = _getitem_(x, (_slice_(1, None, None), k))
 k = _inplacevar_('*=', k, k)
 for (a, (b, *c)) in _iter_unpack_sequence_(_getattr_(x, 'items')(), {'childs': ((1, {'childs': (), 'min_len': 1, 'starred': True}),), 'min_len': 2}, _getiter_):
  __t3__ = (b, a); (a, b) = _unpack_sequence_(__t3__, {'childs': (), 'min_len': 2}, _getiter_); c = __t3__; del __t3__
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
queue = _getattr_(__import__('collections.abc'), 'deque')()
match _match_(Point(1, 2), (__t4__ := _match_class_(Point))):
 case (__t4__(x, y=0) | [x, *_]): pass
 case {'k': x, **rest} if rest: _print_(x)


def g():
 try:
  yield from _getiter_([*_getiter_(range(3))])
 except _catch_(BaseException) as error:
  _caught_(error); raise
 else: pass
 finally: pass
