# math.isqrt() of small and of large numbers: each is the largest whose square is not larger.
import math


class Number:
    def __index__(self):
        return 1000


class Large(int):
    def __rshift__(self, by):
        return 0


print([math.isqrt(n) for n in range(26)], math.isqrt(True), math.isqrt(Number()), math.isqrt(Large(10 ** 20)))
print(all(math.isqrt(n * n) == n and math.isqrt(n * n - 1) == n - 1 for n in (2 ** k + d for k in range(1, 200) for d in (-1, 0, 1)) if n > 0))
digits = math.isqrt(2 * 10 ** 20000)
print(digits % 10 ** 20, digits ** 2 <= 2 * 10 ** 20000 < (digits + 1) ** 2)
print(math.isqrt(1 << 400000) == 1 << 200000)
for wrong in (-1, 1.5, '4', None):
    try:
        math.isqrt(wrong)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
