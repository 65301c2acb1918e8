# technique: as 40 without an import: a dataclass under a library's class has a field that is called like a private method of that class
# source: asdict(), astuple() and replace() read the fields by their names
# goal: a private method of the library's
# impact: introspect
import dataclasses
import typing

ForwardRef = type(typing.get_args(typing.List['x'])[0])


@dataclasses.dataclass(init=False, repr=False, eq=False)
class Reference(ForwardRef, _root=True):
    _evaluate: object


for read in (dataclasses.asdict, dataclasses.astuple, dataclasses.replace, lambda o: o._evaluate, lambda o: vars(o)['_evaluate']):
    try:
        escaped(read(Reference('x')))
    except (AttributeError, KeyError, TypeError):
        pass
