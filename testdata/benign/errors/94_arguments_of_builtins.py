# features: too few and too many arguments
# imports: none
def f(a, b, c=3, *, d, e=5): return a, b, c, d, e
def g(): pass
def h(x, /, y, *, z=1): return x
class C:
    def __init__(self, x): self.x = x
    def m(self, a): return a
    @classmethod
    def k(cls, a): return a
    @staticmethod
    def s(a, b): return a
lam = lambda x: x
calls = [
    lambda: f(), lambda: f(1), lambda: f(1, 2), lambda: f(1, 2, 3, 4), lambda: f(1, 2, d=1, q=2), lambda: f(1, 2, a=2, d=3),
    lambda: g(1), lambda: g(1, 2), lambda: g(x=1), lambda: h(x=1, y=2), lambda: h(1), lambda: h(1, 2, 3), lambda: h(1, y=2, z=3, w=3),
    lambda: C(), lambda: C(1, 2), lambda: C(1).m(), lambda: C(1).m(1, 2), lambda: C.k(), lambda: C.s(1), lambda: C(1).m(b=2),
    lambda: lam(), lambda: lam(1, 2), lambda: C.m(), lambda: len(), lambda: len(1, 2), lambda: int(1, 2, 3), lambda: "a".upper(1),
    lambda: [].append(), lambda: [].append(1, 2), lambda: {}.get(), lambda: print(foo=1), lambda: sorted(), lambda: sorted([], 1), lambda: object(1), lambda: isinstance(1),
    lambda: str.join(","), lambda: abs(), lambda: pow(1), lambda: max(), lambda: C(1)(), lambda: C(1)[0], lambda: len(C(1)), lambda: iter(C(1)), lambda: C(1) + 1, lambda: C(1) < C(2), lambda: C.zzz, lambda: C(1).zzz, lambda: -C(1), lambda: C(1) @ 2, lambda: {C: 1}[int],
    lambda: next(C(1)), lambda: [1 for _ in C(1)], lambda: int(C(1)), lambda: float(C(1)), lambda: list(C(1)), lambda: "x" in C(1), lambda: str.upper(5), lambda: hash(C), 
]
for i, call in enumerate(calls):
    try:
        r = call()
        print(i, "ok", type(r).__name__)
    except Exception as e:
        print(i, type(e).__name__, e)
def fn_with_many(a, b, c, d): pass
for args in [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4, 5)]:
    try:
        fn_with_many(*args)
    except TypeError as e:
        print(e)
def kwonly(*, a, b, c): pass
for kw in [{}, {"a": 1}, {"a": 1, "b": 2}, {"a": 1, "b": 2, "c": 3, "d": 4}]:
    try:
        kwonly(**kw)
    except TypeError as e:
        print(e)
def vararg(a, *args, **kw): pass
try: vararg()
except TypeError as e: print(e)
try: vararg(1, a=2)
except TypeError as e: print(e)

