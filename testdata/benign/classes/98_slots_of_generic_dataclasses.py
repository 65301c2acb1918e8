# features: dataclasses with slots that are generic, in both ways of saying so, and what derives from them
# imports: abc, dataclasses, typing
from abc import ABC, abstractmethod
from dataclasses import dataclass, field, fields, replace
from typing import Generic, NamedTuple, Protocol, TypeVar

T = TypeVar("T")
K = TypeVar("K")


@dataclass(slots=True)
class Box(Generic[T]):
    item: T
    tags: set = field(default_factory=set)

    def map(self, function):
        return Box(function(self.item), self.tags)


@dataclass(slots=True)
class TextBox(Box[str]):
    length: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair(Generic[K, T]):
    key: K
    value: T


@dataclass(slots=True)
class Result[V, E: Exception]:
    ok: V | None = None
    error: E | None = None

    def unwrap(self) -> V:
        if self.error is not None:
            raise self.error
        return self.ok


class Holder(Protocol[T]):
    item: T


@dataclass(slots=True)
class Held(Holder[int]):
    item: int


class Shape(ABC):
    @abstractmethod
    def area(self): ...


@dataclass(slots=True)
class Square(Shape):
    side: int

    def area(self):
        return self.side ** 2


@dataclass(slots=True)
class Half(Shape):
    side: int


print(Square(3), Square(3).area(), Square.__slots__, isinstance(Square(1), Shape))
try:
    Half(1)
except TypeError as e:
    print(e)
print(Box(3), Box(3).map(str), Box[int](5), Box.__slots__, Box.__parameters__)
print(TextBox("a", length=1), TextBox.__slots__, TextBox.__parameters__, isinstance(TextBox("x"), Box))
print(Pair(key=1, value=2), Pair[int, str], replace(Pair(key=1, value=2), value=3), Pair.__parameters__)
print(Result(3), Result[int, KeyError], Result.__type_params__, Result.__parameters__, [f.name for f in fields(Result)])
print(Held(3), Held.__slots__, Holder.__parameters__)
try:
    Result(error=KeyError("k")).unwrap()
except KeyError as e:
    print(repr(e))
for thing in (Box(1), Result(), Held(1)):
    try:
        thing.colour = 1
    except AttributeError as e:
        print(e)
