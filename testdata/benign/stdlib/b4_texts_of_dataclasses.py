import abc
import typing
from dataclasses import KW_ONLY, InitVar, dataclass, field


@dataclass
class Text:
    a: int
    b: typing.Optional[str] = None
    c: list[int] = field(default_factory=list)
    d: "Text" = None


print(Text.__doc__)


@dataclass
class Plain:
    a: int
    b: typing.Optional[str] = None
    c: list[int] = field(default_factory=list)
    d: dict[str, typing.Any] | None = None
    e: typing.Callable[[int], str] = str
    f: typing.ClassVar[int] = 3
    g: InitVar[int] = 4
    _: KW_ONLY
    h: float = 1.5
    i: Text = None
    j: 'quoted -> None' = 'x -> None'


print(Plain.__doc__)


@dataclass(init=False)
class NoInit:
    a: int


print(NoInit.__doc__)


@dataclass
class OwnInit:
    a: int

    def __init__(self, a: int, /, b=3, *rest: str, c: float = 2.5, d, **more: bytes) -> typing.Any:
        self.a = a


print(OwnInit.__doc__)


@dataclass
class OwnInit2:
    a: int

    def __init__(*args, key=None):
        pass


print(OwnInit2.__doc__)


@dataclass
class OwnInit3:
    def __init__(self, /, *, key):
        pass


print(OwnInit3.__doc__)


@dataclass
class New:
    a: int

    def __new__(cls, *args):
        return super().__new__(cls)


print(New.__doc__)


@dataclass
class Failure(Exception):
    code: int
    text: str = ''


print(Failure.__doc__)


@dataclass
class Documented:
    """Its own."""
    a: int


print(Documented.__doc__)


class Meta(type):
    def __call__(cls, *args, x: int = 1):
        return super().__call__(*args)


@dataclass
class WithMeta(metaclass=Meta):
    a: int


print(WithMeta.__doc__)
T = typing.TypeVar('T')


@dataclass(frozen=True, slots=True, order=True)
class Box(typing.Generic[T]):
    item: T
    others: tuple[T, ...] = ()


print(Box.__doc__)


@dataclass
class Base(abc.ABC):
    a: int

    @abc.abstractmethod
    def f(self): ...


print(Base.__doc__)


@dataclass
class Child(Base):
    b: int = 1

    def f(self): ...


print(Child.__doc__)


class P(typing.Protocol):
    x: int


@dataclass
class Implements(P):
    x: int = 3


print(Implements.__doc__)


@dataclass
class Empty:
    pass


print(Empty.__doc__)


@dataclass
class Inherits(dict):
    a: int = 0


print(Inherits.__doc__)


class WithInit:
    def __init__(self, q: int = 5):
        self.q = q


@dataclass(init=False)
class Sub(WithInit):
    a: int = 0


print(Sub.__doc__)


@dataclass
class Nested:
    @dataclass
    class Inner:
        z: int

    inner: Inner
    both: int | Inner = 3
    kind: type = int
    none: None = None
    lit: typing.Literal['a', 'b'] = 'a'


print(Nested.__doc__, Nested.Inner.__doc__)
from dataclasses import make_dataclass
print(make_dataclass('Made', [('x', int), 'y', ('z', str, field(default='q'))]).__doc__)
