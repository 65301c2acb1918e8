# features: descriptors, metaclasses, __init_subclass__, __set_name__, slots, class creation hooks
# imports: abc, types, functools
import abc, types, functools
class Typed:
    def __init__(self, kind, default=None):
        self.kind, self.default = kind, default
    def __set_name__(self, owner, name):
        self.name = name
        self.private = '_' + name
        print('set_name', owner.__name__, name)
    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        return getattr(obj, self.private, self.default)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f'{self.name} must be {self.kind.__name__}, got {type(value).__name__}')
        setattr(obj, self.private, value)
    def __delete__(self, obj):
        delattr(obj, self.private)
class Person:
    name = Typed(str)
    age = Typed(int, 0)
    def __init__(self, name, age=None):
        self.name = name
        if age is not None:
            self.age = age
p = Person('ann', 3)
print(p.name, p.age, vars(p), type(Person.name).__name__, Person('bob').age)
try:
    p.age = 'x'
except TypeError as e:
    print(e)
del p.age
print(p.age)
class Lazy:
    def __init__(self, f):
        self.f = f
        functools.update_wrapper(self, f)
    def __get__(self, o, t=None):
        if o is None: return self
        v = o.__dict__[self.f.__name__] = self.f(o)
        return v
class Circle:
    def __init__(self, r): self.r = r
    @Lazy
    def area(self):
        """The area."""
        print('computing')
        return 3 * self.r ** 2
c = Circle(2)
print(c.area, c.area, c.__dict__, Circle.area.__doc__)
class Registry(type):
    classes = {}
    def __new__(mcls, name, bases, ns, **kw):
        cls = super().__new__(mcls, name, bases, ns)
        if kw.get('register', True):
            mcls.classes[name] = cls
        return cls
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print('making', cls.__name__)
        return super().__call__(*a, **k)
    def __getitem__(cls, k): return (cls.__name__, k)
    def __len__(cls): return 7
    def __iter__(cls): return iter('xyz')
    def __contains__(cls, x): return x == 1
    def __repr__(cls): return f'<Registered {cls.__name__}>'
    @property
    def kind(cls): return 'kind of ' + cls.__name__
class A(metaclass=Registry): pass
class B(A, register=False): pass
print(Registry.classes, A(), A[1], len(A), list(A), 1 in A, A, A.kind, type(A), isinstance(A, Registry)) if False else print(sorted(Registry.classes), A[1], len(A), list(A), 1 in A, A, B.kind, type(A).__name__)
A()
class Plugin:
    plugins = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        cls.plugins.append(cls)
class X(Plugin, tag='x'): pass
class Y(X): pass
print([(k.__name__, k.tag) for k in Plugin.plugins])
try:
    class Z(Plugin, wrong=1): pass
except TypeError as e:
    print(e)
class Singleton(type):
    _instances = {}
    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]
class Conf(metaclass=Singleton):
    def __init__(self): self.n = 1
print(Conf() is Conf())
class P(abc.ABC):
    @property
    @abc.abstractmethod
    def x(self): ...
    @classmethod
    @abc.abstractmethod
    def make(cls): ...
    @staticmethod
    @abc.abstractmethod
    def st(): ...
print(sorted(P.__abstractmethods__))
@P.register
class Virtual: pass
print(isinstance(Virtual(), P), issubclass(Virtual, P), P.__mro__, Virtual.__mro__)
class Slotted:
    __slots__ = ('a', '_b')
    def __init__(self): self.a = 1
s = Slotted()
try:
    s.c = 1
except AttributeError as e:
    print(e)
try:
    s._b
except AttributeError as e:
    print(e)
print(Slotted.__slots__, hasattr(s, '__dict__'))
class Attr:
    def __getattr__(self, n): return f'<{n}>'
    def __setattr__(self, n, v):
        print('set', n, v)
        super().__setattr__(n, v)
    def __delattr__(self, n):
        print('del', n)
        super().__delattr__(n)
    def __dir__(self): return ['z', 'a']
at = Attr(); at.x = 1; print(at.x, at.y, dir(at)); del at.x
D = types.new_class('D', (Person,), {}, lambda ns: ns.update(extra=5))
print(D.extra, D.__mro__[1].__name__, type('T', (), {'f': lambda self: 4, '__doc__': 'doc'})().f())
