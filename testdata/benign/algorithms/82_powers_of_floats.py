# features: powers that no float can hold raise, with small exponents too, and their messages
def attempt(f):
    try:
        return f()
    except Exception as e:
        return repr(e)
x, n = 1e200, 2
print(attempt(lambda: x ** 2), attempt(lambda: x ** n), attempt(lambda: 1e200 ** 2), attempt(lambda: pow(x, 2)), attempt(lambda: (-x) ** 3), attempt(lambda: x ** -2))
def square(v):
    v **= 2
    return v
print(attempt(lambda: square(x)), attempt(lambda: square(3.0)), attempt(lambda: x.__pow__(2)), attempt(lambda: 10 ** 400.0), attempt(lambda: float("inf") ** 2), attempt(lambda: 2.0 ** float("inf")))
total = 0.0
for i in range(5000):
    total += attempt(lambda: (i * 0.5) ** 2) + (i / 3.0) ** 3
print(total, 10.0 ** -400, (-8) ** (1 / 3), 0.0 ** 0, attempt(lambda: 0.0 ** -1))
print(attempt(lambda: sum(v ** 2 for v in (1e100, 1e160))), attempt(lambda: [v ** 4 for v in (1.5, 1e80)]))

