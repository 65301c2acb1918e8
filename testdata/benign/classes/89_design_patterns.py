# features: observers, commands, registries, states, proxies, closures
# imports: abc, contextlib, functools and more
from abc import ABC, abstractmethod
from contextlib import contextmanager
from functools import wraps, reduce
from collections import defaultdict
import operator, copy, time, weakref, types, sys
class Observable:
    def __init__(self): self._obs = defaultdict(list)
    def on(self, ev):
        def deco(f): self._obs[ev].append(f); return f
        return deco
    def emit(self, ev, *a, **k): return [f(*a, **k) for f in self._obs[ev]]
o = Observable()
@o.on("x")
def h1(v): return v + 1
@o.on("x")
def h2(v): return v * 2
print(o.emit("x", 5), o.emit("none"))
class Command(ABC):
    @abstractmethod
    def do(self, doc): ...
    @abstractmethod
    def undo(self, doc): ...
class Append(Command):
    def __init__(self, t): self.t = t
    def do(self, d): d.text += self.t
    def undo(self, d): d.text = d.text[:-len(self.t)]
class Doc:
    def __init__(self): self.text = ""; self.hist = []; self.redo_ = []
    def run(self, c): c.do(self); self.hist.append(c); self.redo_.clear()
    def undo(self): c = self.hist.pop(); c.undo(self); self.redo_.append(c)
    def redo(self): c = self.redo_.pop(); c.do(self); self.hist.append(c)
d = Doc(); d.run(Append("a")); d.run(Append("b")); d.undo(); print(d.text); d.redo(); print(d.text)
class Registry(type):
    items = {}
    def __new__(m, n, b, ns, *, abstract=False, **kw):
        c = super().__new__(m, n, b, ns, **kw)
        if not abstract: m.items[getattr(c, "key", n.lower())] = c
        return c
class Shape(metaclass=Registry, abstract=True):
    def __init__(self, **k): self.__dict__.update(k)
class Sq(Shape): key = "square"; area = property(lambda s: s.side ** 2)
class Circ(Shape): area = property(lambda s: round(3.14159 * s.r ** 2, 2))
print(sorted(Registry.items), Registry.items["square"](side=3).area, Registry.items["circ"](r=1).area)
def retry(times, exceptions=(Exception,), on_fail=None):
    def deco(f):
        @wraps(f)
        def w(*a, **k):
            for i in range(1, times + 1):
                try: return f(*a, **k)
                except exceptions as e:
                    print(f"attempt {i} failed: {e!r}")
                    if i == times:
                        if on_fail is not None: return on_fail
                        raise
        return w
    return deco
calls = iter([ValueError("a"), KeyError("b"), "ok"])
@retry(3)
def flaky():
    r = next(calls)
    if isinstance(r, Exception): raise r
    return r
print(flaky(), flaky.__name__)
def memo(f):
    cache = f.cache = {}
    @wraps(f)
    def w(*a):
        if a not in cache: cache[a] = f(*a)
        return cache[a]
    w.cache_info = lambda: len(cache)
    return w
@memo
def lcs(a, b): return "" if not a or not b else lcs(a[:-1], b[:-1]) + a[-1] if a[-1] == b[-1] else max(lcs(a[:-1], b), lcs(a, b[:-1]), key=len)
print(lcs("AGGTAB", "GXTXAYB"), lcs.cache_info() > 5)
class Pipeline:
    def __init__(self, *fs): self.fs = fs
    def __or__(self, f): return Pipeline(*self.fs, f)
    def __call__(self, x): return reduce(lambda a, f: f(a), self.fs, x)
    def __ror__(self, x): return self(x)
print([1, 2, 3] | (Pipeline() | (lambda l: map(lambda x: x * x, l)) | list | sum))
class State:
    def __init__(self, name): self.name = name; self.edges = {}
    def to(self, ev, st): self.edges[ev] = st; return self
a, b, c = map(State, "abc"); a.to("go", b); b.to("back", a).to("end", c)
def run(st, evs):
    for e in evs:
        try: st = st.edges[e]
        except KeyError: raise RuntimeError(f"no transition {e!r} from {st.name}") from None
    return st.name
print(run(a, ["go", "back", "go", "end"]))
try: run(a, ["end"])
except RuntimeError as e: print(e, e.__cause__, e.__suppress_context__)
class Borg:
    _s = {}
    def __init__(self): self.__dict__ = self._s
x, y = Borg(), Borg(); x.v = 1; print(y.v, x is y)
class Null:
    def __getattr__(self, n): return self
    def __call__(self, *a, **k): return self
    def __bool__(self): return False
    def __repr__(self): return "Null"
print(Null().a.b(1).c, bool(Null()))
@contextmanager
def timer(label):
    print("start", label)
    try: yield types.SimpleNamespace(laps=[])
    except ZeroDivisionError as e: print("div", e)
    finally: print("stop", label)
with timer("t") as t: t.laps.append(1); print(t); 1 / 0
class LazyDict(dict):
    def __missing__(self, k): v = self[k] = k.upper(); return v
ld = LazyDict(); print(ld["a"], ld, "b" in ld, ld.get("b"))
class Meta2(type):
    def __getattr__(cls, n): return f"class attr {n}"
    def __setattr__(cls, n, v): print("set", n); super().__setattr__(n, v)
    def __dir__(cls): return ["z"]
    def __eq__(cls, o): return NotImplemented
    __hash__ = type.__hash__
class M(metaclass=Meta2): pass
M.foo = 3; print(M.foo, M.bar, dir(M), M == M)
class Visitor:
    def visit(self, n): return getattr(self, f"visit_{type(n).__name__}", self.generic)(n)
    def generic(self, n): return f"?{n}"
    def visit_int(self, n): return n + 1
    def visit_list(self, n): return [self.visit(i) for i in n]
print(Visitor().visit([1, "a", [2.5, 3]]))
class Chain:
    def __init__(self): self.steps = []
    def __getattr__(self, n):
        if n.startswith("__"): raise AttributeError(n)
        def add(*a): self.steps.append((n, a)); return self
        return add
print(Chain().select("a", "b").where("x").steps, hasattr(Chain(), "__len__"))
def curry(f, n): return f() if n == 0 else lambda x: curry(lambda *a: f(x, *a), n - 1)
print(curry(lambda a, b, c: a + b * c, 3)(1)(2)(3))
def trampoline(f, *a):
    while callable(f): f = f(*a); a = ()
    return f
def fact(n, acc=1): return acc if n == 0 else lambda: fact(n - 1, acc * n)
print(trampoline(fact, 50))
counter = 0
def inc():
    global counter
    counter += 1
    def inner():
        nonlocal_x = counter
        return nonlocal_x
    return inner()
print(inc(), inc(), counter, [f() for f in [lambda i=i: i for i in range(3)]], [f() for f in [lambda: i for i in range(3)]])
def outer():
    x = 1
    class In:
        y = x
        def get(self): return x
    def bump(): nonlocal x; x += 1; return x
    bump(); return In.y, In().get()
print(outer(), (lambda *a, k=1, **kw: (a, k, kw))(1, 2, k=3, z=4))
first, *mid, last = range(5); (p, q), r = (1, 2), 3; print(first, mid, last, p, q, r); a = b = []; a.append(1); print(b); x, y = 1, 2; x, y = y, x; print(x, y, [*range(2), *"ab"], {**{"a": 1}, "b": 2}, (*[1], 2))
if __name__ == "__main__": print("main", __name__, __doc__)
