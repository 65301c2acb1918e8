# technique: annotations, defaults and base classes of a guest's making, from which dataclass() puts the text of __doc__ together
# source: own
# goal: a frame, a trusted function or a module seen while trusted code asks for __module__, __qualname__ and repr()
# impact: reflection
import sys
from dataclasses import dataclass, field

seen = []


class Text(str):
    def __eq__(self, other):
        seen.append(other)
        return True

    __hash__ = str.__hash__

    def __format__(self, form):
        seen.append(form)
        return 'formatted'

    def removeprefix(self, prefix):
        return escaped(prefix)

    def join(self, parts):
        return escaped(parts)

    def __add__(self, other):
        return escaped(other)

    __radd__ = __add__


class Lying:
    """An annotation that says of itself that it is a class of typing."""

    def __getattr__(self, name):
        seen.append(name)
        return Text('typing')

    def __repr__(self):
        return Text('typing.Nothing')



class Failing:
    def __repr__(self):
        raise KeyError('in the middle')


class Default:
    __hash__ = None

    def __repr__(self):
        return Text('x')


class Meta(type):
    def __getattr__(cls, name):
        seen.append(name)
        return Text('builtins')

    def __call__(cls, *arguments, **keywords):
        return super().__call__(*arguments, **keywords)


class WithMeta(metaclass=Meta):
    pass


def attempt(annotation, default):
    def __init__(self, a: annotation = default, *rest: annotation, key: annotation = default, **more: annotation) -> annotation:
        pass

    for base in (object, WithMeta, dict, Exception):
        try:
            cls = dataclass(type('Made', (base,), {'__init__': __init__, '__annotations__': {'a': annotation}}))
            seen.append(cls.__doc__)
            setattr(__init__, '__wrapped__', seen.append)
            seen.append(dataclass(type('Again', (base,), {'__init__': __init__, '__annotations__': {'a': annotation}})).__doc__)
        except Exception as error:
            at = error.__traceback__
            while at is not None:
                for name in ('tb_frame', 'tb_next'):
                    try:
                        escaped(getattr(at, name))
                    except AttributeError:
                        pass
                break
            seen.extend((error.__context__, error.__cause__, error.args))


for annotation in (Lying(), Failing(), int, WithMeta, Text('typing.x'), 'str', None, list[int], [Failing()]):
    for default in (Default(), Failing(), Text('d'), 1):
        attempt(annotation, default)
for thing in seen:
    while isinstance(thing, (tuple, list)) and thing:
        thing = thing[0]
    if thing is not None and type(thing) not in (str, Text, int, tuple, list) and not isinstance(thing, Exception):
        escaped(thing)
    for name in ('__globals__', '__code__', '__self__', 'tb_frame'):
        try:
            escaped(getattr(thing, name))
        except AttributeError:
            pass
