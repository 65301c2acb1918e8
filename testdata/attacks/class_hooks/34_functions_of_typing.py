# technique: the functions that typing puts in the place of a protocol's __init__ and of overloaded ones, under names that guests can't define
# source: class_made let functions of the library with private names pass under names that guests can't define
# goal: isinstance() that lies, __getattribute__ of the guest's choice
# impact: policy
from typing import Protocol, overload

ESCAPED = None


class P(Protocol):
    pass


for function in (P.__init__, overload(len)):
    for name in ('__instancecheck__', '__subclasscheck__', '__getattribute__', '__mro_entries__', '__prepare__', '__getstate__', 'mro'):
        try:
            ESCAPED = type('Meta', (type,), {name: function})
        except TypeError:
            pass
