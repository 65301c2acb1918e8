# features: typing, PEP 695, protocols, TypedDict, NamedTuple, generics
# imports: typing, collections.abc
from typing import *
import typing, collections.abc
type Pair[T] = tuple[T, T]
type Tree = dict[str, Tree] | None
class Stack[T]:
    def __init__(self) -> None:
        self.items: list[T] = []
    def push(self, item: T) -> None: self.items.append(item)
    def pop(self) -> T: return self.items.pop()
    def __len__(self) -> int: return len(self.items)
def first[T](xs: list[T]) -> T: return xs[0]
def bounded[T: (int, str), *Ts, **P](x: T, f: Callable[P, T]) -> T: return x
print(Pair, Pair.__name__, Pair.__value__, Tree, Stack[int], Stack.__type_params__, first.__type_params__, bounded.__type_params__, first([3]))
s = Stack[int](); s.push(1); print(s.pop(), len(s), Stack.__parameters__, Stack[int].__args__, Stack[int].__origin__)
print(List[int], Dict[str, int], Optional[int], Union[int, str], Union[int, None], int | None, list[int], dict[str, list[int]], Callable[[int], str], Tuple[int, ...], tuple[()], Any, Literal['a', 1], ClassVar[int], Final[int], Annotated[int, 'x'], Type[int], type[int], Iterable[int], Generator[int, None, str], NoReturn, collections.abc.Sequence[int])
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(int | str), get_args(Optional[int]), get_args(Callable[[int], str]), Union[int, int], Union[int, Union[str, None]] == Union[None, int, str], Optional[int] == Union[int, None])
class Point(NamedTuple):
    """A point."""
    x: int
    y: int = 0
    def dist(self): return abs(self.x) + abs(self.y)
print(Point(1), Point(3, 4).dist(), Point._fields, Point.__annotations__, Point._field_defaults, Point(1, 2)[0])
class Movie(TypedDict, total=False):
    name: Required[str]
    year: int
m: Movie = {'name': 'x'}
print(m, Movie.__annotations__, Movie.__required_keys__, Movie.__optional_keys__, Movie.__total__, Movie(name='a', year=2), is_typeddict(Movie))
@runtime_checkable
class Sized2(Protocol):
    size: int
    def close(self) -> None: ...
class File:
    size = 3
    def close(self): pass
print(isinstance(File(), Sized2), isinstance(3, Sized2))
class Proto(Protocol):
    def f(self) -> int: ...
try:
    Proto()
except TypeError as e:
    print(e)
try:
    isinstance(3, Proto)
except TypeError as e:
    print(e)
UserId = NewType('UserId', int)
print(UserId(5), UserId, UserId.__name__, UserId.__supertype__)
T = TypeVar('T', bound=int); K = TypeVar('K', int, str); U = TypeVar('U', covariant=True)
print(T, K, U, T.__bound__, K.__constraints__, T.__name__, ParamSpec('P'), TypeVarTuple('Ts'))
class Box(Generic[U]):
    pass
print(Box[int], Box.__parameters__, Box[int].__args__, Box.__orig_bases__)
def f(a: int, b: 'str' = 'x', *c: float, d: Optional[int] = None, **e: Any) -> 'list[int]': ...
print(f.__annotations__, get_type_hints(f))
class Ann:
    x: int
    y: 'Ann'
    z: ClassVar[str] = 'q'
print(Ann.__annotations__, get_type_hints(Ann))
@overload
def g(x: int) -> int: ...
@overload
def g(x: str) -> str: ...
def g(x): return x
print(g(1), cast(int, 'x'), TYPE_CHECKING, assert_type(3, int))
try:
    assert_never(3)
except AssertionError as e:
    print(e)
try:
    List[int]()
    list[int]([1])
    Union[int, str]()
except TypeError as e:
    print(e)
try:
    Optional[1, 2]
except TypeError as e:
    print(e)
try:
    Generic[int]
except TypeError as e:
    print(e)
@final
class Fin: pass
class Child(File):
    @override
    def close(self): return 1
print(Child().close())
print(isinstance([], list | tuple), issubclass(int, int | str), int | str == str | int, repr(int | None), (int | str).__args__)
print(typing.get_type_hints(Point), Self, LiteralString, TypeGuard[int], Concatenate[int, ...])
