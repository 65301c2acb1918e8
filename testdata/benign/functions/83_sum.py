"""sum() of floats loses no more than CPython 3.12's does."""
from fractions import Fraction
from decimal import Decimal

print(sum([0.1] * 10), sum([0.1] * 10, 0.0), sum(x * 0.1 for x in range(10)), sum([1e16, 1.0, -1e16]))
print(sum([1, 0.1, 2, 0.2]), sum((0.1, 0.2, 0.3)), sum({0.1: 1, 0.2: 2, 0.7: 3}), sum([True, 2.5, 3 + 0j]))
print(sum([float('inf'), 1.0]), sum([1e308, 1e308]), sum([float('nan'), 1.0]), sum([-0.0]), sum([-0.0], -0.0), sum([]), sum([], 2.5))
print(sum([0.1, Fraction(1, 3), 0.2]), sum([Decimal('0.1')] * 3), sum([[1], [2]], []), sum([(1,), (2,)], ()), sum([2**70, 0.5, 2**70]))
print(sum(range(101)), sum(map(len, ['a', 'bc'])), sum([1, 2], start=5), sum([True, False, True]), sum([True], False))


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        print('add', self.cents)
        return Money(self.cents + getattr(other, 'cents', other))

    __radd__ = __add__


print(sum([Money(1), Money(2), Money(3)]).cents, sum((Money(n) for n in range(3)), Money(10)).cents)
for arguments in ((['a'], ''), ([b'a'], b''), ([], ''), ([], bytearray()), (5,), ([1, 'a'],), ([[1]],), ([1.5, 'a'],), ()):
    try:
        print(sum(*arguments))
    except TypeError as error:
        print(error)
