"""A metaclass and a mixin that look through all bases of a class, down to object, for descriptors of their own."""
from abc import ABC, abstractmethod
from typing import Generic, Protocol, TypeVar

T = TypeVar('T')


class Field:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name

    def __repr__(self):
        return f'Field({self.name}: {self.kind.__name__})'


def fields_of(cls):
    found = {}
    for base in reversed(cls.__mro__):
        found.update({name: value for name, value in vars(base).items() if isinstance(value, Field)})
    return found


class Model(type):
    def __new__(metacls, name, bases, namespace):
        cls = super().__new__(metacls, name, bases, namespace)
        cls.fields = fields_of(cls)
        return cls


class Base(metaclass=Model):
    id = Field(int)


class User(Base):
    name = Field(str)
    age = Field(int)


class Named(Protocol):
    name: str


class Shape(ABC):
    label = Field(str)

    @abstractmethod
    def area(self): ...


class Square(Shape):
    side = Field(float)

    def area(self):
        return self.side


class Box(Generic[T]):
    content = Field(object)


class Labelled(Named, Protocol):
    label = Field(str)


for cls in (Base, User, Square, Box, Labelled):
    print(cls.__name__, fields_of(cls))
print(User.fields, list(User.fields))
print([base.__name__ for base in Square.__mro__ if 'area' in base.__dict__])
print(next((base.__name__ for base in User.__mro__ if 'age' in base.__dict__), None))
print([name for base in User.mro() for name in vars(base) if not name.startswith('_')])
print('missing' in object.__dict__, object.__dict__.get('missing'), vars(object)['__doc__'] == object.__doc__)
