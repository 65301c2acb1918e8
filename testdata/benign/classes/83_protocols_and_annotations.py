from abc import ABC, abstractmethod, ABCMeta
from typing import Protocol, runtime_checkable, overload, final, Any, Self, ClassVar, Final, Literal, TypedDict, NamedTuple, Annotated, get_type_hints, get_args, get_origin, Union, Optional, cast, TYPE_CHECKING, NewType, Required, NotRequired, override, assert_never, Never
from collections.abc import Sequence, Mapping, MutableMapping, Iterator, Callable, Hashable, Sized, Container, Iterable


class Shape(ABC):
    sides: ClassVar[int] = 0

    @property
    @abstractmethod
    def area(self) -> float: ...

    @abstractmethod
    def scale(self, k: float) -> Self: ...

    def describe(self) -> str:
        return f"{type(self).__name__} with area {self.area:.2f}"


class Square(Shape):
    sides = 4

    def __init__(self, s):
        self.s = s

    @property
    def area(self):
        return self.s ** 2

    @override
    def scale(self, k):
        return Square(self.s * k)


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class File:
    def close(self):
        return None


class Ring(Sequence):
    def __init__(self, *xs):
        self.xs = xs

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return Ring(*self.xs[i])
        return self.xs[i % len(self.xs)] if -10 < i < len(self.xs) else self._fail(i)

    def _fail(self, i):
        raise IndexError(i)


class LowerDict(MutableMapping):
    def __init__(self, *a, **k):
        self.d = {}
        self.update(*a, **k)

    def __getitem__(self, k): return self.d[k.lower()]
    def __setitem__(self, k, v): self.d[k.lower()] = v
    def __delitem__(self, k): del self.d[k.lower()]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)


class Movie(TypedDict, total=False):
    title: Required[str]
    year: int


class Emp(NamedTuple):
    name: str
    id: int = 3
    def shout(self): return self.name.upper()


UserId = NewType("UserId", int)
Mode = Literal["r", "w"]


@overload
def dbl(x: int) -> int: ...
@overload
def dbl(x: str) -> str: ...
def dbl(x): return x * 2


def hints(a: int, b: "list[str]", *c: float, d: Optional[int] = None, e: Annotated[int, "meta"] = 1) -> Mode: ...


@Shape.register
class Fake:
    pass


if TYPE_CHECKING:
    import decimal

try:
    Shape()
except TypeError as e:
    print(e)
sq = Square(3)
print(sq.describe(), sq.scale(2).area, isinstance(sq, Shape), Square.__abstractmethods__, sorted(Shape.__abstractmethods__))
print(isinstance(File(), Closable), isinstance(3, Closable), issubclass(Fake, Shape))
r = Ring(1, 2, 3, 2)
print(list(r), r.index(2), r.count(2), 3 in r, list(reversed(r)), list(r[1:]))
d = LowerDict(A=1, B=2)
d["C"] = 3
print(dict(d), "a" in d, d.pop("A"), d.get("zz", 0), list(d.items()), d.setdefault("Q", 9), d == {"b": 2, "c": 3, "q": 9})
m: Movie = {"title": "x"}
print(m, Movie.__required_keys__, Movie.__optional_keys__, Movie(title="t", year=3))
e = Emp("bob")
print(e, e._asdict(), e._replace(id=4), Emp._fields, Emp._field_defaults, e.shout(), Emp._make(["z", 1]))
print(UserId(5), UserId.__name__, get_args(Mode), get_origin(list[int]), get_args(dict[str, int]), dbl(2), dbl("a"))
print(get_type_hints(hints))
print(get_type_hints(hints, include_extras=True)["e"], hints.__annotations__["b"])
print(Union[int, str], Optional[int], int | None, Callable[[int], str], list[int] | None, cast(int, "q"))
print(isinstance([], Sized), isinstance(3, Hashable), isinstance([], Hashable), isinstance({}, Mapping), issubclass(list, Iterable), isinstance(iter([]), Iterator))
print(isinstance(3, int | str), (int | str) == (str | int), Any, Self, Final[int], Never)
