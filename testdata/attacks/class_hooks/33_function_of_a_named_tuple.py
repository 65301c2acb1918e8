# technique: _replace() of a named tuple, a function of the library's with a private name, as mro(), __getstate__ and __reduce__
# source: class_made let functions of the library with private names pass under names that guests can't define
# goal: a method resolution order of the guest's own making, code that runs when an object is collected
# impact: policy
from collections import namedtuple
from typing import NamedTuple

ESCAPED = None


class Pair(NamedTuple):
    a: int


functions = [namedtuple('NT', 'a b')._replace, Pair._replace, Pair._asdict]
for function in functions:
    try:
        Meta = type('Meta', (type,), {'mro': function, '_make': lambda cls, values: type.mro(cls)[:1], '__iter__': lambda cls: iter(())})
        ESCAPED = Meta('X', (), {}).__mro__
    except TypeError:
        pass
    for name in ('__getstate__', '__reduce__', '__getstate__', '__getnewargs__', '__subclasshook__', '__prepare__'):
        try:
            ESCAPED = type('Y', (), {name: function, '_make': lambda self, values: (dict, ())})
        except TypeError:
            pass
