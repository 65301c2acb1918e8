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

 def variables(self, others):
  for other in _getiter_(others):
   _write_(other).x = 1
   (_write_(other).y, _write_(other).z) = _unpack_sequence_((2, 3), {'childs': (), 'min_len': 2}, _getiter_)
   while _getattr_(other, 'x') < 3:
    _write_(__t2__).x = _inplacevar_('+=', _getattr_((__t2__ := other), 'x'), 1); del __t2__
   last = other
   _write_(last).x = 1
   _write_(last).y = 1
  _write_(other).x = 1
  _write_(last).y = 1
  _write_((held := self)).x = 1
  (_write_(held).x, _write_(held).y) = _unpack_sequence_((1, 2), {'childs': (), 'min_len': 2}, _getiter_)
  _write_(held).y = 1

 def variables_bound_anew(self, others):
  made = Point(0, 0)
  _write_(made).x = 1
  _write_(made).y = 1
  for other in _getiter_(others):
   _write_(made).z = _write_(other).x = 1
   made = other
   _write_(made).x = 1
   _write_(made).y = 1
   del other
  for other in _getiter_(others):
   _write_(other).x = 1
   _write_(other).y = 1
  _write_(made).w = _write_(other).z = 1


point = Point(1, 2)
_write_(point).x = 1
_write_(point).y = 2
