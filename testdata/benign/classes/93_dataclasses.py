# features: dataclasses with every option, errors
# imports: dataclasses, typing
from dataclasses import dataclass, field, fields, asdict, astuple, replace, FrozenInstanceError, InitVar, KW_ONLY, make_dataclass, is_dataclass, MISSING
from typing import ClassVar, Optional, Generic, TypeVar
T = TypeVar('T')
@dataclass(order=True, frozen=True, slots=True)
class Version:
    """A version."""
    major: int
    minor: int = 0
    tag: str = field(default='', compare=False, repr=False)
    kinds: ClassVar[list] = ['a']
    def __str__(self):
        return f'{self.major}.{self.minor}'
v = Version(1, 2, 'x')
print(v, repr(v), v < Version(2), sorted([Version(2), v]), hash(v) == hash(Version(1, 2)), v == Version(1, 2, 'y'), Version.__match_args__, Version.__doc__)
for f in [lambda: setattr(v, 'major', 3), lambda: setattr(v, 'other', 3), lambda: delattr(v, 'major'), lambda: Version(), lambda: Version(1, 2, 3, 4), lambda: v < 3, lambda: replace(v, nope=1), lambda: hash(Mutable([1]))]:
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
@dataclass
class Mutable:
    items: list = field(default_factory=list)
    _: KW_ONLY
    name: str = 'n'
    scale: InitVar[int] = 2
    total: int = field(init=False, default=0)
    def __post_init__(self, scale):
        self.total = len(self.items) * scale
m = Mutable([1, 2], name='q', scale=5)
print(m, m.total, asdict(m), astuple(m), replace(m, items=[1], scale=1))
for f in fields(m):
    print(f.name, f.type, f.default is MISSING, f.init, f.kw_only, f.repr, f.compare)
try:
    @dataclass
    class Bad:
        x: list = []
except ValueError as e:
    print(e)
try:
    @dataclass
    class Bad2:
        x: int = 0
        y: int
except TypeError as e:
    print(e)
@dataclass
class Base:
    a: int
    b: int = 1
@dataclass
class Child(Base):
    c: int = 2
    a: str = 'z'
print(Child(), Child('q', 3, 4), Child.__mro__[1].__name__, [f.name for f in fields(Child)])
@dataclass
class Node(Generic[T]):
    value: T
    next: Optional['Node[T]'] = None
n = Node(1, Node(2))
print(n, asdict(n), n.next.value, is_dataclass(n), is_dataclass(Node), is_dataclass(3))
n.next.next = n
print(n)
C = make_dataclass('C', [('x', int), ('y', int, field(default=5)), 'z'][:2], namespace={'add': lambda self: self.x + self.y})
print(C(1), C(1).add(), C.__name__)
@dataclass(eq=False, repr=False)
class Plain:
    x: int
print(Plain(1) == Plain(1), repr(Plain(1)).startswith('<__main__.Plain object'))
@dataclass(kw_only=True)
class Kw:
    x: int
    y: int = 0
print(Kw(x=1))
try:
    Kw(1)
except TypeError as e:
    print(e)
@dataclass(unsafe_hash=True)
class H:
    x: int
print(hash(H(1)) == hash(H(1)), {H(1): 'a'}[H(1)])
match v:
    case Version(1, m2):
        print('matched', m2)
print(Mutable.__dataclass_params__)
