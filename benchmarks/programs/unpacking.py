"""Unpacking: tuples, stars and nested targets."""


def benchmark():
    pairs = [((i, i + 1), [i, i * 2, i * 3]) for i in range(20_000)]
    total = 0
    for (a, b), (first, *rest) in pairs:
        a, b = b, a
        x, y = rest
        total += a - b + first + x * y % 7
    return total
