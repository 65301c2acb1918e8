# features: enums of all kinds
# imports: enum
from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique, verify, UNIQUE, CONTINUOUS, NAMED_FLAGS, member, nonmember, EnumMeta, property as eproperty, STRICT, KEEP, CONFORM, EJECT
class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    @classmethod
    def default(cls): return cls.RED
    @property
    def pretty(self): return self.name.title()
    def __str__(self): return f'color {self.name}'
print(Color.RED, repr(Color.RED), Color(1), Color['GREEN'], Color.CRIMSON is Color.RED, list(Color), len(Color), Color.__members__, Color.default().pretty, Color.RED.value, Color.RED in Color, 1 in Color, hash(Color.RED) == hash('RED'), type(Color.RED), isinstance(Color.RED, Color))
for f in [lambda: Color(9), lambda: Color['X'], lambda: Color.X, lambda: setattr(Color, 'RED', 3), lambda: Color.RED < Color.GREEN, lambda: Color.RED + 1, lambda: Color('RED'), lambda: delattr(Color, 'RED'), lambda: Color.RED.missing, lambda: setattr(Color.RED, 'value', 5)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print(Perm.R | Perm.X, repr(Perm.RW), Perm.RW & Perm.W, ~Perm.R, Perm.R ^ Perm.RW, Perm(0), Perm(5), list(Perm.RW), Perm.R in Perm.RW, bool(Perm(0)), list(Perm), len(Perm.RW), Perm.RW.value, str(Perm(7)))
try:
    Perm(16)
except ValueError as e:
    print(e)
class P2(IntFlag):
    A = 1
    B = 4
print(P2.A | P2.B, repr(P2.A | 8), P2(9), ~P2.A, P2.A + 1, P2.A | 2, f'{P2.A}', f'{P2.B:>4}', repr(P2(0)))
class Num(IntEnum):
    ONE = 1
    TWO = auto()
print(Num.ONE, repr(Num.TWO), Num.ONE + 1, Num.ONE < Num.TWO, f'{Num.ONE}', '%s %d' % (Num.ONE, Num.TWO), sorted([Num.TWO, Num.ONE]), [10, 20, 30][Num.ONE], Num.ONE == 1, max(Num))
class S(StrEnum):
    ALPHA = auto()
    BETA = 'b'
print(S.ALPHA, repr(S.BETA), S.ALPHA.upper(), S('b'), S.BETA == 'b', f'{S.ALPHA:>8}', ','.join(S))
class Planet(Enum):
    EARTH = (5.976e+24, 6.37814e6)
    MARS = (6.421e+23, 3.3972e6)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def gravity(self):
        return 6.67300E-11 * self.mass / (self.radius * self.radius)
print([f'{p.name}: {p.gravity:.2f}' for p in Planet])
class Auto(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.lower() + str(count)
    A = auto()
    B = auto()
print([m.value for m in Auto])
class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj
    PX = (0, 'P.X')
    PY = (1, 'P.Y')
print(Coord.PY, Coord.PY.label, Coord(1), Coord.PX.value)
class M(Enum):
    @classmethod
    def _missing_(cls, value):
        return cls.UNKNOWN if value == 'x' else None
    UNKNOWN = 0
    helper = nonmember(5)
    @member
    def fn(): return 1
print(M('x'), M.helper, M.fn.value())
try:
    @unique
    class U(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
try:
    @verify(CONTINUOUS)
    class V(Enum):
        A = 1
        C = 3
except ValueError as e:
    print(e)
Animal = Enum('Animal', 'CAT DOG')
print(list(Animal), Animal.CAT.value, Enum('E2', {'a': 'x', 'b': 'y'})('y'), Enum('E3', ['p', 'q'], start=5).p.value)
try:
    class Sub(Color):
        B = 5
except TypeError as e:
    print(e)
match Color.RED:
    case Color.GREEN: print('g')
    case Color.RED: print('r')
class Bound(Flag, boundary=KEEP):
    A = 1
    B = 2
print(Bound(8 | 1), repr(Bound(9)))
class Ordered(Enum):
    A = 1
    B = 2
    def __lt__(self, other):
        return self.value < other.value if type(self) is type(other) else NotImplemented
print(sorted([Ordered.B, Ordered.A]), Ordered.A < Ordered.B, {Color.RED: 1}, dir(Color)[:6], Color.__name__, Color.RED._name_)
