class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        if x:
            self.far = True
            del self.far
        self.x, (self.y, [self.z, *self.rest]) = x, (y, [1, 2])
        self.__repr__ = x

    def only_in_a_branch(self, other):
        if other:
            self.x = 1
        self.x = 2
        for other.x in range(3):
            other.y = 1
        other.y = 2

    def bound_anew(self, other):
        other.x = 1
        other = self
        other.y = 1

    def bound_by_a_function_inside(self):
        self.x = 1

        def inside():
            nonlocal self
            self.y = 1
            self = 2

        self.y = 1
        return inside

    def bound_by_a_comprehension(self, others):
        self.x = 1
        [self := other for other in others]
        self.y = 1

    def left_and_gone_on_with(self):
        self.x = 1
        yield
        self.y = 1

    async def coroutine(self):
        self.x = 1
        self.y = 1

    def another(self, others):
        self.x += 1

        class Inside:
            self = others
            self.x = 1

        def inside(self):
            self.x = 1
            self.y = 1

        [0 for self in others for self.x in self]
        self.y += 1
        self._z = 1
        try:
            self.w = 1
        except AttributeError:
            pass

    def variables(self, others):
        for other in others:
            other.x = 1
            other.y, other.z = 2, 3
            while other.x < 3:
                other.x += 1
            last = other
            last.x = 1
            last.y = 1
        other.x = 1
        last.y = 1
        (held := self).x = 1
        held.x, held.y = 1, 2
        held.y = 1

    def variables_bound_anew(self, others):
        made = Point(0, 0)
        made.x = 1
        made.y = 1
        for other in others:
            made.z = other.x = 1
            made = other
            made.x = 1
            made.y = 1
            del other
        for other in others:
            other.x = 1
            other.y = 1
        made.w = other.z = 1


point = Point(1, 2)
point.x = 1
point.y = 2
