# features: PEP 695 and typing
# imports: dataclasses, typing
from typing import *
from dataclasses import dataclass
import typing
type Vec[T] = list[T]
type Tree = dict[str, Tree | int]
print(Vec, Vec[int], Vec.__value__, Vec.__type_params__, Tree.__value__, Tree.__name__)
def first[T](xs: Sequence[T], default: T | None = None) -> T | None: return xs[0] if xs else default
class Box[T]:
    def __init__(self, v: T) -> None: self.v = v
    def map[U](self, f: Callable[[T], U]) -> "Box[U]": return Box(f(self.v))
    def __repr__(self): return f"Box({self.v!r})"
class Num[N: (int, float)](Box[N]):
    def double(self) -> N: return self.v * 2
print(first([1, 2]), first([], 9), Box(1).map(str), Num(4).double(), first.__type_params__, Box.__type_params__, Box[int], Num.__orig_bases__, Num.__mro__)
class P[**Ps, R]:
    def __init__(self, f: Callable[Ps, R]): self.f = f
    def __call__(self, *a: Ps.args, **k: Ps.kwargs) -> R: return self.f(*a, **k)
print(P(max)(1, 2), P.__type_params__)
def va[*Ts](*args: *Ts) -> tuple[*Ts]: return args
print(va(1, "a"), va.__type_params__)
T_co = TypeVar("T_co", covariant=True); K = TypeVar("K", int, str); B = TypeVar("B", bound="Box")
print(T_co, K, B, K.__constraints__, B.__bound__, T_co.__covariant__, T_co.__name__)
class Repo(Protocol[T_co]):
    def get(self, id: int) -> T_co: ...
class MemRepo:
    def __init__(self): self.d = {1: "one"}
    def get(self, id: int) -> str: return self.d[id]
def use(r: Repo[str]) -> str: return r.get(1)
print(use(MemRepo()))
print(Optional[int], Union[int, str, None], int | None, Literal[1, "a"], Annotated[int, "meta"], ClassVar[int], Final[int], Callable[..., int], Type[int], Tuple[int, ...], Dict[str, List[int]], NoReturn, Never, Self, LiteralString, Iterable[int], Generator[int, None, str], Awaitable[int], Concatenate, TypeGuard[int])
print(get_args(Dict[str, int]), get_origin(List[int]), get_args(Optional[int]), get_origin(int | str), get_args(Callable[[int], str]), get_type_hints(first), get_args(Literal[1, 2]))
class TD(TypedDict, total=False):
    a: Required[int]; b: NotRequired[str]
class TD2(TD): c: float
print(TD.__required_keys__, TD.__optional_keys__, TD2.__annotations__.keys(), TD2(a=1, c=2.0), TD.__total__)
A = TypedDict("A", {"x": int, "y-z": str}); print(A.__annotations__, A(x=1))
class Emp(NamedTuple):
    """doc"""
    name: str; id: int = 3
print(Emp.__annotations__, Emp.__doc__, Emp._fields, Emp("a")._replace(id=9), get_type_hints(Emp))
E2 = NamedTuple("E2", [("x", int), ("y", str)]); print(E2(1, "a"))
UserId = NewType("UserId", int); print(UserId, UserId(5) + 1, UserId.__supertype__, UserId.__name__)
@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...
print(isinstance([], HasLen), isinstance(5, HasLen), issubclass(list, HasLen))
@final
class F: pass
@no_type_check
def ntc(x: "bogus["): pass
def f(x: int, *a: str, k: "float" = 1, **kw: Any) -> list["int"]: pass
print(f.__annotations__, get_type_hints(f), assert_type(5, int), cast("int", "x"), reveal_type(3) if False else "")
try: assert_never(5)
except AssertionError as e: print(e)
try: List[1, 2]
except TypeError as e: print(e)
try: isinstance([], list[int])
except TypeError as e: print(e)
try: Box[int, str]
except TypeError as e: print(e)
try: Union[1]
except TypeError as e: print(e)
try: class_ = type("X", (Generic,), {})
except TypeError as e: print(e)
class Sup(Generic[K]):
    x: ClassVar[dict[str, int]] = {}
    y: "int" = 5
print(Sup.__annotations__, get_type_hints(Sup), Sup[int].__args__, isinstance(Sup[int](), Sup), Sup[int]().y)
x: int = 5; y: "str"
print(__annotations__)
@override
def o(): pass
print(TYPE_CHECKING, Text, AnyStr, typing.Any, Any, typing.__name__)
