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

 def variables(self, others):
  for other in others:
   (other if _type_(other) is _site21a_ or _type_(other) is _site21b_ or _type_(other) is _site21c_ else _write_(other, _sites_, 21)).x = 1
   (other.y, other.z) = (2, 3)
   while other.x < 3:
    other.x += 1
   last = other
   (last if _type_(last) is _site22a_ or _type_(last) is _site22b_ or _type_(last) is _site22c_ else _write_(last, _sites_, 22)).x = 1
   last.y = 1
  (other if _type_(other) is _site23a_ or _type_(other) is _site23b_ or _type_(other) is _site23c_ else _write_(other, _sites_, 23)).x = 1
  (last if _type_(last) is _site24a_ or _type_(last) is _site24b_ or _type_(last) is _site24c_ else _write_(last, _sites_, 24)).y = 1
  (__held__ if _type_((__held__ := (held := self))) is _site25a_ or _type_(__held__) is _site25b_ or _type_(__held__) is _site25c_ else _write_(__held__, _sites_, 25)).x = 1
  ((held if _type_(held) is _site26a_ or _type_(held) is _site26b_ or _type_(held) is _site26c_ else _write_(held, _sites_, 26)).x, (held if _type_(held) is _site27a_ or _type_(held) is _site27b_ or _type_(held) is _site27c_ else _write_(held, _sites_, 27)).y) = (1, 2)
  held.y = 1

 def variables_bound_anew(self, others):
  made = Point(0, 0)
  (made if _type_(made) is _site28a_ or _type_(made) is _site28b_ or _type_(made) is _site28c_ else _write_(made, _sites_, 28)).x = 1
  (made if _type_(made) is _site29a_ or _type_(made) is _site29b_ or _type_(made) is _site29c_ else _write_(made, _sites_, 29)).y = 1
  for other in others:
   (made if _type_(made) is _site30a_ or _type_(made) is _site30b_ or _type_(made) is _site30c_ else _write_(made, _sites_, 30)).z = (other if _type_(other) is _site31a_ or _type_(other) is _site31b_ or _type_(other) is _site31c_ else _write_(other, _sites_, 31)).x = 1
   made = other
   (made if _type_(made) is _site32a_ or _type_(made) is _site32b_ or _type_(made) is _site32c_ else _write_(made, _sites_, 32)).x = 1
   made.y = 1
   del other
  for other in others:
   (other if _type_(other) is _site33a_ or _type_(other) is _site33b_ or _type_(other) is _site33c_ else _write_(other, _sites_, 33)).x = 1
   other.y = 1
  (made if _type_(made) is _site34a_ or _type_(made) is _site34b_ or _type_(made) is _site34c_ else _write_(made, _sites_, 34)).w = (other if _type_(other) is _site35a_ or _type_(other) is _site35b_ or _type_(other) is _site35c_ else _write_(other, _sites_, 35)).z = 1


point = Point(1, 2)
(point if _type_(point) is _site36a_ or _type_(point) is _site36b_ or _type_(point) is _site36c_ else _write_(point, _sites_, 36)).x = 1
(point if _type_(point) is _site37a_ or _type_(point) is _site37b_ or _type_(point) is _site37c_ else _write_(point, _sites_, 37)).y = 2
