# features: itertools and functools, all of them
# imports: functools, itertools, operator
from itertools import *
from functools import *
import operator as op
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], op.mul, initial=10)), list(chain([1], "ab")), list(chain.from_iterable([[1], [2]])), list(combinations("abc", 2)), list(permutations("ab")), list(product("ab", repeat=2)), list(combinations_with_replacement("ab", 2)), list(compress("abc", [1, 0, 1])), list(dropwhile(lambda x: x < 3, [1, 5, 2])), list(takewhile(lambda x: x < 3, [1, 5, 2])), list(filterfalse(None, [0, 1])), [(k, list(g)) for k, g in groupby("aabbc")], list(islice(count(5, 2), 3)), list(islice("abcdef", 1, 5, 2)), list(pairwise([1, 2, 3])), list(starmap(pow, [(2, 3)])), list(zip_longest([1], [2, 3], fillvalue="-")), list(batched("abcde", 2)), list(repeat(1, 3)), list(islice(cycle("ab"), 5)))
a, b = tee([1, 2, 3]); print(next(a), list(a), list(b)); print(count(3), repeat(5, 2), next(cycle([1])))
it = count(); print([next(it) for _ in range(3)], next(it), list(zip(count(1), "ab")))
try: list(batched([1], 0))
except ValueError as e: print(e)
@lru_cache(maxsize=2)
def sq(x): "doc"; print("calc", x); return x * x
print(sq(2), sq(2), sq(3), sq(4), sq(2), sq.cache_info(), sq.cache_parameters(), sq.__name__, sq.__doc__, sq.__wrapped__(9)); sq.cache_clear(); print(sq.cache_info())
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(90), fib.cache_info().hits)
try: sq([1])
except TypeError as e: print(e)
class T:
    def __init__(self, n): self.n = n; self.calls = 0
    @cached_property
    def big(self): self.calls += 1; return self.n ** 2
    @singledispatchmethod
    def show(self, x): return f"obj {x}"
    @show.register
    def _(self, x: int): return f"int {x}"
    @show.register(list)
    def _l(self, x): return f"list {len(x)}"
    def power(self, e, base=2): return base ** e
    cube = partialmethod(power, 3)
    tens = partialmethod(power, base=10)
    @lru_cache
    def m(self, k): return k + self.n
t = T(3); print(t.big, t.big, t.calls, t.__dict__, t.show(1), t.show("a"), t.show([1]), t.cube(), t.tens(2), t.m(4)); del t.big; print(t.big, t.calls)
@singledispatch
def fmt(x): return f"? {x}"
@fmt.register(int)
@fmt.register(float)
def _(x): return f"num {x}"
@fmt.register
def _(x: str): return f"str {x}"
@fmt.register
def _(x: list | tuple): return f"seq {x}"
print(fmt(1), fmt(1.5), fmt("s"), fmt([1]), fmt((1,)), fmt(None), fmt(True), fmt.dispatch(bool).__name__, sorted(k.__name__ for k in fmt.registry))
@total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v if isinstance(o, V) else NotImplemented
    def __lt__(self, o): return self.v < o.v if isinstance(o, V) else NotImplemented
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), sorted([V(3), V(1)])[0].v)
try: V(1) < 1
except TypeError as e: print(e)
try: V(1) >= "a"
except TypeError as e: print(e)
def deco(f=None, *, times=2):
    if f is None: return partial(deco, times=times)
    @wraps(f)
    def w(*a, **k):
        w.calls += 1
        return [f(*a, **k) for _ in range(times)]
    w.calls = 0
    return w
@deco
def hi(n): "Say hi"; return n
@deco(times=3)
def yo(n: int) -> str: return "yo"
print(hi(1), yo(2), hi.__name__, hi.__doc__, yo.__annotations__, hi.calls, hi.__wrapped__(5), yo.__wrapped__.__name__)
p = partial(int, base=2); print(p("101"), p.func, p.args, p.keywords, reduce(op.add, [1, 2], 10), reduce(lambda a, b: a * b, range(1, 6)))
try: reduce(op.add, [])
except TypeError as e: print(e)
print(sorted(["b", "A", "c"], key=cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))), op.itemgetter(1, 0)("ab"), op.attrgetter("real", "imag")(1 + 2j), op.methodcaller("split", ",")("a,b"), op.mod(7, 3), op.contains([1], 1), op.concat("a", "b"), op.not_(1), op.truth([]), op.index(5), op.itemgetter(slice(1, 3))("abcd"))
compose = lambda *fs: reduce(lambda f, g: lambda x: f(g(x)), fs)
print(compose(str, abs, int)("-5"), list(map(op.mul, [1, 2], [3, 4])), dict(zip("ab", count())), max(enumerate([3, 9, 2]), key=op.itemgetter(1)), [*map(str.upper, "ab")], list(filter(str.isalpha, "a1b")))

