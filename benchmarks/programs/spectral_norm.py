"""Numeric: function calls and generator expressions."""


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v, n):
    return [sum(element(i, j) * v[j] for j in range(n)) for i in range(n)]


def times_transposed(v, n):
    return [sum(element(j, i) * v[j] for j in range(n)) for i in range(n)]


def benchmark():
    n = 60
    u = [1.0] * n
    for _ in range(5):
        v = times_transposed(times(u, n), n)
        u = times_transposed(times(v, n), n)
    return round((sum(a * b for a, b in zip(u, v)) / sum(x * x for x in v)) ** 0.5, 9)
