import enum
class C:
    match 1:
        case int(x): y = x
    a, b = c = (1, 2)
print(sorted(n for n in vars(C) if n[:2] != '__'))
class E(enum.Enum):
    A = 1
    B, D = 2, 3
    _ignore_ = ['q']
    q = 1
print(list(E))
class Meta(type):
    def __new__(m, n, b, ns, **k): return super().__new__(m, n, b, ns)
    def __call__(cls, *a): return super().__call__(*a)
class S(metaclass=Meta):
    inst = None
    def __new__(cls): 
        if cls.inst is None: cls.inst = super().__new__(cls)
        return cls.inst
print(S() is S())
class D:
    def __set_name__(self, o, n): self.n = '_' + n
    def __get__(self, i, o=None): return self if i is None else getattr(i, self.n, 0)
    def __set__(self, i, v): setattr(i, self.n, v)
class P:
    v = D()
    __slots__ = ('_v', '__w')
    def __init__(self): self.v = 3; self.__w = 4
    def __getattr__(self, n): return n
    def w(self): return self.__w
p = P(); print(p.v, p.w(), p.zzz)
class F:
    def __setattr__(self, n, v): object.__setattr__(self, n, v * 2)
    def __init__(self): self.x = 2
    def __getattribute_(self): pass
print(F().x)
class G(enum.Enum):
    match 1:
        case int(X): pass
    A = X
print(list(G), sorted(n for n in dir(C) if '__t' in n), [k for k in globals() if '_t' in k], [k for k in vars(C) if '__t' in k])
def loc():
    d = {}; d['a'] = 1
    match d:
        case dict(y): return sorted(locals())
print(loc())
