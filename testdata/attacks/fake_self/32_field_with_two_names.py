# technique: dataclass() sets the default of a field on the class, under the name that the field then has
# source: reading Python's library
# goal: a special method that no class of a guest's may define
# impact: policy
import copy
import dataclasses

called = []


class Field(dataclasses.Field):
    other = '__getstate__'
    left = 0

    @property
    def name(self):
        Field.left -= 1
        return Field.other if Field.left < 0 else 'x'

    @name.setter
    def name(self, value):
        pass


def state(self, *_):
    called.append(self)
    return {}


for other in ('__getstate__', '__setstate__', '__reduce_ex__', '__dict__', '__class__', '__getattribute__'):
    for left in range(12):
        field = Field(state, dataclasses.MISSING, True, True, None, True, {}, False)
        if other in ('__dict__', '__class__'):
            field = Field(property(lambda self: called.append(self)), dataclasses.MISSING, True, True, None, True, {}, False)
        Field.left, Field.other = left, other

        class Made:
            x: object = field

        try:
            made = dataclasses.dataclass(Made, init=False, repr=False, eq=False)()
            copy.copy(made)
            isinstance(made, int)
            made.y
        except (AttributeError, TypeError, ValueError):
            pass
        if called:
            escaped((other, left))
