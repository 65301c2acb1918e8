from functools import wraps, singledispatch, singledispatchmethod, cached_property, lru_cache, cache, total_ordering, partial, partialmethod, reduce, cmp_to_key, update_wrapper
from typing import Any
import functools


def trace(prefix="->"):
    def deco(fn):
        @wraps(fn)
        def wrapper(*args, **kwargs):
            parts = [repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()]
            result = fn(*args, **kwargs)
            wrapper.calls += 1
            print(f"{prefix} {fn.__name__}({', '.join(parts)}) = {result!r}")
            return result
        wrapper.calls = 0
        return wrapper
    return deco


@trace()
def add(a: int, b: int = 2) -> int:
    """Add numbers."""
    return a + b


@singledispatch
def show(x):
    return f"object {x}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
@show.register(tuple)
def _(x):
    return "seq " + ", ".join(show(i) for i in x)


@show.register(float)
@show.register(complex)
def _(x):
    return f"num {x}"


show.register(type(None), lambda x: "nothing")


class Fmt:
    @singledispatchmethod
    def fmt(self, x):
        return "?"

    @fmt.register
    def _(self, x: int):
        return f"{x:04d}"

    @fmt.register
    def _(self, x: str):
        return x.title()


class Data:
    def __init__(self, xs):
        self.xs = xs
        self.computed = 0

    @cached_property
    def total(self):
        self.computed += 1
        return sum(self.xs)


@lru_cache(maxsize=3)
def slow(n):
    print("slow", n)
    return n * n


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@total_ordering
class Ver:
    def __init__(self, s):
        self.t = tuple(int(p) for p in s.split("."))

    def __eq__(self, o):
        return self.t == o.t

    def __lt__(self, o):
        return self.t < o.t


class Cell:
    alive = False

    def set_state(self, state):
        self.alive = state

    live = partialmethod(set_state, True)
    die = partialmethod(set_state, False)


add(1)
add(1, b=5)
print(add.calls, add.__name__, add.__doc__, add.__wrapped__(5), add.__annotations__)
print(show(1), show([1, "a", (2.5, None)]), show(True), show({}), show(1j))
print(show.dispatch(bool)(7), sorted(k.__name__ for k in show.registry))
print(Fmt().fmt(7), Fmt().fmt("hello world"), Fmt().fmt(1.5))
d = Data([1, 2, 3])
print(d.total, d.total, d.computed)
d.xs.append(4)
del d.total
print(d.total, d.computed)
print([slow(x) for x in (1, 2, 1, 3, 4, 1)], slow.cache_info(), slow.cache_parameters())
slow.cache_clear()
print(slow.cache_info(), fib(90), fib.cache_info().currsize)
print(Ver("1.2") < Ver("1.10"), Ver("2") >= Ver("1.9"), Ver("1") <= Ver("1"), max(map(Ver, ["1.0", "3.1", "2.9"])).t)
c = Cell()
c.live()
print(c.alive)
c.die()
print(c.alive)
p = partial(int, base=2)
print(p("1010"), p.func, p.args, p.keywords)
print(partial(print, "a", sep="-")("b", "c"))
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(max, [3, 9, 2], 5))
print(sorted(["b", "A", "c"], key=cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))


def compose(*fns):
    return functools.reduce(lambda f, g: lambda x: f(g(x)), fns, lambda x: x)


print(compose(str, abs, int)("-7"))
