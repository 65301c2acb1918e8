class Point:
 def __init__(self, x, y):
  (self if _plain_(self) else _write_(self)).x = x
  self.y = y
  if x:
   self.far = True
   del self.far
  (self.x, (self.y, [self.z, *self.rest])) = (x, (y, [1, 2]))
  _define_(self, '__repr__').__repr__ = x

 def only_in_a_branch(self, other):
  if other:
   (self if _plain_(self) else _write_(self)).x = 1
  (self if _plain_(self) else _write_(self)).x = 2
  for (other if _plain_(other) else _write_(other)).x in _range_(3):
   (other if _plain_(other) else _write_(other)).y = 1
  (other if _plain_(other) else _write_(other)).y = 2

 def bound_anew(self, other):
  (other if _plain_(other) else _write_(other)).x = 1
  other = self
  (other if _plain_(other) else _write_(other)).y = 1

 def bound_by_a_function_inside(self):
  (self if _plain_(self) else _write_(self)).x = 1

  def inside():
   nonlocal self
   (self if _plain_(self) else _write_(self)).y = 1
   self = 2

  (self if _plain_(self) else _write_(self)).y = 1
  return inside

 def bound_by_a_comprehension(self, others):
  (self if _plain_(self) else _write_(self)).x = 1
  [(self := other) for other in others]
  (self if _plain_(self) else _write_(self)).y = 1

 def left_and_gone_on_with(self):
  (self if _plain_(self) else _write_(self)).x = 1
  yield
  (self if _plain_(self) else _write_(self)).y = 1

 async def coroutine(self):
  (self if _plain_(self) else _write_(self)).x = 1
  (self if _plain_(self) else _write_(self)).y = 1

 def another(self, others):
  (self if _plain_(self) else _write_(self)).x += 1

  class Inside:
   self = others
   (self if _plain_(self) else _write_(self)).x = 1

  def inside(self):
   (self if _plain_(self) else _write_(self)).x = 1
   self.y = 1

  [0 for self in others for (self if _plain_(self) else _write_(self)).x in self]
  self.y += 1
  self._z = 1
  try:
   self.w = 1
  except AttributeError:
   pass

 def variables(self, others):
  for other in others:
   (other if _plain_(other) else _write_(other)).x = 1
   (other.y, other.z) = (2, 3)
   while other.x < 3:
    other.x += 1
   last = other
   (last if _plain_(last) else _write_(last)).x = 1
   last.y = 1
  (other if _plain_(other) else _write_(other)).x = 1
  (last if _plain_(last) else _write_(last)).y = 1
  (__held__ if _plain_((__held__ := (held := self))) else _write_(__held__)).x = 1
  ((held if _plain_(held) else _write_(held)).x, (held if _plain_(held) else _write_(held)).y) = (1, 2)
  held.y = 1

 def variables_bound_anew(self, others):
  made = Point(0, 0)
  (made if _plain_(made) else _write_(made)).x = 1
  (made if _plain_(made) else _write_(made)).y = 1
  for other in others:
   (made if _plain_(made) else _write_(made)).z = (other if _plain_(other) else _write_(other)).x = 1
   made = other
   (made if _plain_(made) else _write_(made)).x = 1
   made.y = 1
   del other
  for other in others:
   (other if _plain_(other) else _write_(other)).x = 1
   other.y = 1
  (made if _plain_(made) else _write_(made)).w = (other if _plain_(other) else _write_(other)).z = 1


point = Point(1, 2)
(point if _plain_(point) else _write_(point)).x = 1
(point if _plain_(point) else _write_(point)).y = 2
