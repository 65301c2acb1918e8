# Names with two underscores that programs make up in the manner of Python's own.
from typing import final, override

__license__ = "MIT"
__copyright__ = "2024"
__status__ = "beta"


class Entity:
    __abstract__ = True
    __registry__ = {}

    def __init_subclass__(cls):
        cls.__registry__[getattr(cls, "__tablename__", cls.__name__.lower())] = cls

    def __repr__(self):
        return f"{type(self).__name__}{self.__fields__}"


class Person(Entity):
    __tablename__ = "people"
    __schema__ = {"name": "text"}
    __fields__ = ("name", "age")


@final
class Pet(Entity):
    __fields__ = ("kind",)

    @override
    def __repr__(self):
        return "Pet"


print(Entity.__registry__, Person(), Person.__schema__, Pet.__final__, Pet.__repr__.__override__, Pet(), Person.__abstract__)
Pet.__schema__ = {}
print(Pet.__schema__, Pet.__fields__)
print(__license__, __copyright__, __status__, hasattr(Person, "__table__"))
