# technique: one place in the program sees objects whose class changes between two calls: its class, bases, slots, metaclass, methods that are deleted again
# source: own
# goal: what was decided for the class as it was
# impact: escape
import string, functools, types, abc, copy, operator, contextlib, argparse, typing, dataclasses, enum, collections, decimal
class Base: 
    def __init__(self): self._kept = 'own'
class P(Base):
    __match_args__ = ('_vformat',)
def site(o): return o._vformat
def site2(o): return o._kept
def site3(o): return o.__dict__
def site4(o): return o.format
def site5(o):
    o._evil = 1
    return o._evil
def site6(o):
    o._evil += 1
    return o
def sitem(o):
    match o:
        case P(x): return x
fmt = string.Formatter()
def attempt(f):
    try: return f()
    except Exception: return None
def look(what, o):
    for s in (site, sitem):
        r = attempt(lambda: s(o))
        if r is not None and getattr(r, '__name__', '') == '_vformat': escaped((what, s.__name__))
for i in range(12):
    p = P(); site2(p); site3(p); attempt(lambda: site(p)); attempt(lambda: site5(p)); attempt(lambda: site6(p)); attempt(lambda: sitem(p))
# __class__ assigned by all means
for how in (lambda o: setattr(o, '__class__', string.Formatter), lambda o: object.__setattr__(o, '__class__', string.Formatter), lambda o: o.__setattr__('__class__', string.Formatter),
            lambda o: o.__dict__.update(__class__=string.Formatter), lambda o: vars(o).update({'__class__': string.Formatter}), lambda o: super(P, o).__setattr__('__class__', string.Formatter),
            lambda o: functools.partial(object.__setattr__, o)('__class__', string.Formatter), lambda o: operator.methodcaller('__setattr__', '__class__', string.Formatter)(o),
            lambda o: types.SimpleNamespace.__init__(o, __class__=string.Formatter), lambda o: dataclasses.replace(o, __class__=string.Formatter), lambda o: P.__class__.__setattr__(o, '__class__', string.Formatter),
            lambda o: functools.update_wrapper(o, types.SimpleNamespace(__class__=string.Formatter), ('__class__',), ()), lambda o: argparse.ArgumentParser().parse_args([], argparse.Namespace(__class__=1)),
            lambda o: map(object.__setattr__, [o], ['__class__'], [string.Formatter]).__next__(), lambda o: [*map(setattr, [o], ['__class__'], [string.Formatter])], lambda o: functools.reduce(lambda a, b: setattr(a, b, string.Formatter), ['__class__'], o),
            lambda o: P.__bases__.__class__, lambda o: type.__setattr__(P, '__bases__', (string.Formatter,)), lambda o: type(P).__dict__['__bases__'].__set__(P, (string.Formatter,)), lambda o: type.__bases__.__set__(P, 1),
            lambda o: vars(type)['__bases__'].__set__(P, (string.Formatter,)), lambda o: vars(object)['__class__'].__set__(o, string.Formatter), lambda o: object.__class__.__set__(o, 1), lambda o: type.__dict__['__class__'],
            lambda o: contextlib.ExitStack().callback(object.__setattr__, o, '__class__', string.Formatter)):
    o = P(); attempt(lambda: how(o)); look('class', o); look('bases', P())
# metaclass attributes later
class M(type): pass
class C(metaclass=M):
    _x = 1
def csite(c): return c._member_map_
def csite2(c): return c._x
for i in range(12): csite2(C); attempt(lambda: csite(C))
M._member_map_ = property(lambda cls: cls.__mro__)
csite(C)
class ME(enum.EnumType): pass
class Color(enum.Enum, metaclass=ME): RED = 1
for c in (C, Color, enum.Enum):
    r = attempt(lambda: csite(c))
    if isinstance(r, dict): escaped('member map')
# methods deleted, uncovering the library's
class F(string.Formatter):
    def _vformat(self): return 'mine'
    format = None
def own(o): return o._vformat
for i in range(12): attempt(lambda: own(F()))
attempt(lambda: delattr(F, '_vformat'))
r = attempt(lambda: own(F()))
if r is not None and r.__name__ == '_vformat' and r.__module__ != '__main__': escaped('uncovered')
class G(F): pass
G._vformat = lambda self: 1
for i in range(12): attempt(lambda: own(G()))
attempt(lambda: delattr(G, '_vformat')); attempt(lambda: delattr(F, '_vformat'))
r = attempt(lambda: own(G()))
if r is not None and getattr(r, '__module__', '') == 'string': escaped('uncovered 2')
# instance namespaces put in place
class H(Base): pass
h = H(); 
for i in range(12): site2(h)
for ns in (fmt.__dict__ if attempt(lambda: fmt.__dict__) else {}, vars(H), F.__dict__, globals()):
    attempt(lambda: setattr(h, '__dict__', ns)); look('dict', h)
# slots
class S:
    __slots__ = ('_vformat', '__dict__')
class S2(S):
    __slots__ = ()
s = S2()
for i in range(12): attempt(lambda: site(s))
attempt(lambda: setattr(S, '_vformat', string.Formatter.vformat))
attempt(lambda: setattr(S, '_vformat', vars(string.Formatter)['_vformat']))
look('slots', s)
# __getattribute__ by a decorator, __getattr__ later
def deco(cls):
    attempt(lambda: setattr(cls, '__getattribute__', lambda self, n: fmt))
    attempt(lambda: setattr(cls, '__getattr__', lambda self, n: fmt))
    return cls
@deco
class D(Base): pass
d = D()
r = attempt(lambda: site(d))
if r is fmt: pass
class Fwd:
    def __getattr__(self, name): return getattr(fmt, name)
class Fwd2:
    _vformat = property(lambda self: operator.attrgetter('_vformat')(fmt))
class Fwd3:
    __getattr__ = fmt.get_field
class Fwd4:
    __getattr__ = functools.partial(object.__getattribute__, fmt)
class Fwd5:
    __getattr__ = object.__getattribute__(fmt, '__getattribute__') if False else getattr
class Fwd6:
    __getattr__ = staticmethod(functools.partial(getattr, fmt))
class Fwd7(Base):
    __getattr__ = object.__getattribute__
class Fwd8:
    __getattr__ = super(string.Formatter, fmt).__getattribute__
class Fwd9:
    __getattr__ = fmt.__getattribute__
for cls in (Fwd, Fwd2, Fwd3, Fwd4, Fwd5, Fwd6, Fwd7, Fwd8, Fwd9):
    for i in range(3):
        r = attempt(lambda: site(cls()))
        if getattr(r, '__name__', '') == '_vformat': escaped(cls)
# mro overridden
for how in (lambda: type('X', (M,), {'mro': lambda c: [c, string.Formatter, object]}), lambda: setattr(M, 'mro', lambda c: [c, string.Formatter, object]), lambda: type.__setattr__(M, 'mro', 1), lambda: M.__setattr__(M, 'mro', 1), lambda: vars(M).update(mro=1), lambda: types.new_class('X', (type,), {}, lambda ns: ns.update(mro=1)), lambda: dataclasses.make_dataclass('X', ['mro'], bases=(type,)), lambda: M('mro', (), {}), lambda: type.__call__(type, 'X', (type,), {'m' 'ro': 1})):
    attempt(how)
class N(metaclass=M): pass
if string.Formatter in N.__mro__: escaped('mro')
