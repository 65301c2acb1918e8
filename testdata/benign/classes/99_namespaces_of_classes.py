# features: what vars() and __dict__ of a class are: a view, not a dict
# imports: types
from types import MappingProxyType


class Shape:
    sides = 0

    def area(self):
        return self.sides

    @classmethod
    def make(cls):
        return cls()


class Square(Shape):
    sides = 4


print(type(Shape.__dict__).__name__, type(vars(Square)) is MappingProxyType, isinstance(vars(Square), dict))
print(vars(Square)["sides"], Square.__dict__.get("area"), "area" in Shape.__dict__, "area" in vars(Square))
print([name for name in vars(Shape) if not name.startswith("_")])
print({name: type(value).__name__ for name, value in Shape.__dict__.items() if not name.startswith("_")})
for change in (lambda: vars(Square).update(sides=5), lambda: Square.__dict__.__setitem__("sides", 5), lambda: Shape.__dict__.pop("sides")):
    try:
        change()
    except AttributeError as e:
        print(e)
try:
    Square.__dict__["sides"] = 5
except TypeError as e:
    print(e)
try:
    del vars(Square)["sides"]
except TypeError as e:
    print(e)
names = dict(vars(Square))
names["sides"] = 6
print(names["sides"], Square.sides, ({"a": 1} | vars(Square))["sides"], sorted(k for k in {**vars(Shape)} if k[0] != "_"))
Copy = type("Copy", (Shape,), {k: v for k, v in vars(Square).items() if k[:2] != "__"})
print(Copy().area(), Copy.__mro__[1:])
for cls in Square.__mro__:
    print(cls.__name__, "sides" in vars(cls))


class Watched:
    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)


thing = Watched()
thing.a = 1
del thing.a
for name in ("a", "b"):
    try:
        delattr(thing, name)
    except AttributeError as e:
        print(e)


def optional(a=1):
    return a


try:
    optional(1, 2)
except TypeError as e:
    print(e)
