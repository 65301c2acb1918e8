class Point:
 def __init__(self, x, y):
  (self if _type_(self) is _site0a_ or _type_(self) is _site0b_ or _type_(self) is _site0c_ else _write_(self, _sites_, 0)).x = x
  self.y = y
  if x:
   self.far = True
   del self.far
  (self.x, (self.y, [self.z, *self.rest])) = (x, (y, [1, 2]))
  _define_(self, '__repr__').__repr__ = x

 def only_in_a_branch(self, other):
  if other:
   (self if _type_(self) is _site1a_ or _type_(self) is _site1b_ or _type_(self) is _site1c_ else _write_(self, _sites_, 1)).x = 1
  (self if _type_(self) is _site2a_ or _type_(self) is _site2b_ or _type_(self) is _site2c_ else _write_(self, _sites_, 2)).x = 2
  for (other if _type_(other) is _site3a_ or _type_(other) is _site3b_ or _type_(other) is _site3c_ else _write_(other, _sites_, 3)).x in _range_(3):
   (other if _type_(other) is _site4a_ or _type_(other) is _site4b_ or _type_(other) is _site4c_ else _write_(other, _sites_, 4)).y = 1
  (other if _type_(other) is _site5a_ or _type_(other) is _site5b_ or _type_(other) is _site5c_ else _write_(other, _sites_, 5)).y = 2

 def bound_anew(self, other):
  (other if _type_(other) is _site6a_ or _type_(other) is _site6b_ or _type_(other) is _site6c_ else _write_(other, _sites_, 6)).x = 1
  other = self
  (other if _type_(other) is _site7a_ or _type_(other) is _site7b_ or _type_(other) is _site7c_ else _write_(other, _sites_, 7)).y = 1

 def bound_by_a_function_inside(self):
  (self if _type_(self) is _site8a_ or _type_(self) is _site8b_ or _type_(self) is _site8c_ else _write_(self, _sites_, 8)).x = 1

  def inside():
   nonlocal self
   (self if _type_(self) is _site9a_ or _type_(self) is _site9b_ or _type_(self) is _site9c_ else _write_(self, _sites_, 9)).y = 1
   self = 2

  (self if _type_(self) is _site10a_ or _type_(self) is _site10b_ or _type_(self) is _site10c_ else _write_(self, _sites_, 10)).y = 1
  return inside

 def bound_by_a_comprehension(self, others):
  (self if _type_(self) is _site11a_ or _type_(self) is _site11b_ or _type_(self) is _site11c_ else _write_(self, _sites_, 11)).x = 1
  [(self := other) for other in others]
  (self if _type_(self) is _site12a_ or _type_(self) is _site12b_ or _type_(self) is _site12c_ else _write_(self, _sites_, 12)).y = 1

 def left_and_gone_on_with(self):
  (self if _type_(self) is _site13a_ or _type_(self) is _site13b_ or _type_(self) is _site13c_ else _write_(self, _sites_, 13)).x = 1
  yield
  (self if _type_(self) is _site14a_ or _type_(self) is _site14b_ or _type_(self) is _site14c_ else _write_(self, _sites_, 14)).y = 1

 async def coroutine(self):
  (self if _type_(self) is _site15a_ or _type_(self) is _site15b_ or _type_(self) is _site15c_ else _write_(self, _sites_, 15)).x = 1
  (self if _type_(self) is _site16a_ or _type_(self) is _site16b_ or _type_(self) is _site16c_ else _write_(self, _sites_, 16)).y = 1

 def another(self, others):
  (self if _type_(self) is _site17a_ or _type_(self) is _site17b_ or _type_(self) is _site17c_ else _write_(self, _sites_, 17)).x += 1

  class Inside:
   self = others
   (self if _type_(self) is _site18a_ or _type_(self) is _site18b_ or _type_(self) is _site18c_ else _write_(self, _sites_, 18)).x = 1

  def inside(self):
   (self if _type_(self) is _site19a_ or _type_(self) is _site19b_ or _type_(self) is _site19c_ else _write_(self, _sites_, 19)).x = 1
   self.y = 1

  [0 for self in others for (self if _type_(self) is _site20a_ or _type_(self) is _site20b_ or _type_(self) is _site20c_ else _write_(self, _sites_, 20)).x in self]
  self.y += 1
  self._z = 1
  try:
   self.w = 1
  except AttributeError:
   pass


point = Point(1, 2)
(point if _type_(point) is _site21a_ or _type_(point) is _site21b_ or _type_(point) is _site21c_ else _write_(point, _sites_, 21)).x = 1
(point if _type_(point) is _site22a_ or _type_(point) is _site22b_ or _type_(point) is _site22c_ else _write_(point, _sites_, 22)).y = 2
