"""Functions as values: closures, decorators, functools."""
from functools import lru_cache, reduce


def compose(*functions):
    return reduce(lambda f, g: lambda x: g(f(x)), functions)


def counted(function):
    calls = 0

    def wrapper(*args, **kwargs):
        nonlocal calls
        calls += 1
        return function(*args, **kwargs) + calls % 2

    return wrapper


@counted
def add(a, b=1):
    return a + b


@lru_cache(maxsize=None)
def paths(rows, columns):
    return 1 if rows == 0 or columns == 0 else paths(rows - 1, columns) + paths(rows, columns - 1)


def benchmark():
    paths.cache_clear()
    pipeline = compose(lambda x: x + 1, add, lambda x: add(x, b=2), abs)
    return sum(pipeline(i) for i in range(12_000)) + paths(40, 40) % 1009
