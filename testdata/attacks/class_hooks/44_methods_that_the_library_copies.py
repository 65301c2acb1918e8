# technique: enum and typing.NamedTuple set methods that they find in objects or namespaces of a guest's on the class they make; names that stand in these modules were theirs to set
# source: reading Python's library
# goal: a class with special methods that guests can't define
# impact: policy
import copy
import enum
import types
import typing


class Giver:
    pass


class Names(dict):
    _member_names = ()


class Base:
    pass


called = []
giver = Giver()
vars(giver)['__reduce_ex__'] = lambda self, protocol=None: (called.append, ('called',))
Meta = type('Meta', (enum.EnumType,), {
    '_get_mixins_': classmethod(lambda metacls, name, bases: (object, giver)),
    '_find_new_': classmethod(lambda metacls, *_: (object.__new__, False, False)),
    '_find_data_repr_': classmethod(lambda metacls, *_: None)})
try:
    copy.copy(object.__new__(Meta.__new__(Meta, 'Made', (Base,), Names())))
except (AttributeError, TypeError):
    pass
if called:
    escaped('__reduce_ex__')

base, = types.resolve_bases((typing.NamedTuple,))
for name in ('__subclasshook__', '__dict__', '__weakref__', '__func__', '__globals__', '__class__', '__getnewargs__', '__reduce_ex__', '__forward_code__',
             '__typing_subst__', '__no_type_check__', '__main__'):
    try:
        made = type(base)('Made', (base,), {'__annotations__': {'a': int}, '__module__': '__main__', name: called.append})
    except (AttributeError, TypeError):
        continue
    escaped(name)


# What an enumeration's own methods were stays as it was.
class Number(float, enum.Enum):
    HALF = 0.5


class Colour(enum.Flag):
    RED = 1


class Point(typing.NamedTuple):
    x: int

    def far(self):
        return self.x > 5


assert copy.copy(Number.HALF) is Number.HALF and copy.deepcopy(Colour.RED) is Colour.RED and Point(7).far()
