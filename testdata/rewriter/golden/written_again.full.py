class Point:
 def __init__(self, x, y):
  _write_(self).x = x
  _write_(self).y = y
  if x:
   _write_(self).far = True
   del _write_(self).far
  (_write_(self).x, (_write_(self).y, [_write_(self).z, *_write_(self).rest])) = _unpack_sequence_((x, (y, [1, 2])), {'childs': ((1, {'childs': ((1, {'childs': (), 'min_len': 1, 'starred': True}),), 'min_len': 2}),), 'min_len': 2}, _getiter_)
  _define_(self, '__repr__').__repr__ = x

 def only_in_a_branch(self, other):
  if other:
   _write_(self).x = 1
  _write_(self).x = 2
  for _write_(other).x in _getiter_(_range_(3)):
   _write_(other).y = 1
  _write_(other).y = 2

 def bound_anew(self, other):
  _write_(other).x = 1
  other = self
  _write_(other).y = 1

 def bound_by_a_function_inside(self):
  _write_(self).x = 1

  def inside():
   nonlocal self
   _write_(self).y = 1
   self = 2

  _write_(self).y = 1
  return inside

 def bound_by_a_comprehension(self, others):
  _write_(self).x = 1
  [(self := other) for other in _getiter_(others)]
  _write_(self).y = 1

 def left_and_gone_on_with(self):
  _write_(self).x = 1
  yield
  _write_(self).y = 1

 async def coroutine(self):
  _write_(self).x = 1
  _write_(self).y = 1

 def another(self, others):
  _write_(__t0__).x = _inplacevar_('+=', _getattr_((__t0__ := self), 'x'), 1); del __t0__

  class Inside:
   self = others
   _write_(self).x = 1

  def inside(self):
   _write_(self).x = 1
   _write_(self).y = 1

  [0 for self in _getiter_(others) for _write_(self).x in _getiter_(self)]
  _write_(__t1__).y = _inplacevar_('+=', _getattr_((__t1__ := self), 'y'), 1); del __t1__
  _write_(self)._z = 1
  try:
   _write_(self).w = 1
  except AttributeError:
   pass


point = Point(1, 2)
_write_(point).x = 1
_write_(point).y = 2
