# technique: classes derived from str have a format() of their own, which is deleted, comes from a descriptor that answers otherwise each time, or from a metaclass
# source: own
# goal: str.format() itself, which reads attributes past the guards
# impact: escape
import functools
import string
import types

fmt = string.Formatter()
def attempt(f):
    try: return f()
    except Exception as e: return None
class Probe:
    def __init__(self): self.a = 1
secret = '{0.__class__.__init__.__globals__}'
s2 = '{0.a.__class__.__base__.__subclasses__}'
class T(str):
    def format(self, *a, **k): return 'mine'
    def format_map(self, m): return 'mine'
def call(o): return o.format(Probe.__init__)
def callm(o): return o.format_map({'0': Probe.__init__})
for i in range(12):
    call(T(secret)); callm(T(secret))
def leaked(r):
    if isinstance(r, str) and ('{' in r and 'Probe' in r or 'builtins' in r): escaped(r[:80])
del T.format, T.format_map
leaked(attempt(lambda: call(T(secret)))); leaked(attempt(lambda: callm(T(secret)))); leaked(attempt(lambda: T.format(secret, Probe.__init__))); leaked(attempt(lambda: T.format_map(secret, {'0': Probe.__init__})))
class Meta(type):
    format = lambda cls, *a: 'meta'
class U(str, metaclass=Meta): pass
for i in range(20): attempt(lambda: U.format(secret, Probe.__init__))
leaked(attempt(lambda: U.format(secret, Probe.__init__)))
del Meta.format
leaked(attempt(lambda: U.format(secret, Probe.__init__))); leaked(attempt(lambda: U(secret).format(Probe.__init__)))
class Once:
    """Another answer each time the descriptor is asked."""
    n = 0
    def __get__(self, o, cls):
        Once.n += 1
        def mine(self, *a): return 'mine'
        return mine if Once.n % 2 else functools.partial(str.__mod__, '%s')
class V(str):
    format = Once()
for i in range(6): leaked(attempt(lambda: V(secret).format(Probe.__init__)))
class W(str):
    format = types.MethodType(lambda self, *a: 'x', 1)
    format_map = functools.partialmethod(lambda self, m: 'y')
attempt(lambda: W(secret).format(Probe.__init__))
class X(str):
    format = staticmethod(lambda *a: 's')
    format_map = classmethod(lambda cls, m: 'c')
assert (X('q').format(1), X('q').format_map({})) == ('s', 'c')
class Y(T):
    def format(self, *a): return super().format(*a)
leaked(attempt(lambda: Y(secret).format(Probe.__init__)))
def swap(self, *a): return 'x'
class Z(str): format = swap
z = Z(secret)
f = z.format
attempt(lambda: setattr(Z, 'format', attempt(lambda: str.format)))
leaked(attempt(lambda: f(Probe.__init__))); leaked(attempt(lambda: z.format(Probe.__init__)))
