# technique: a text's class may define no __hash__(), as 04 has it; dataclass() writes one, and a class of the library's that comes before str has its own
# source: own
# goal: a text that is equal to one key now and to another later
# impact: guard
import dataclasses
import enum
import functools


def first():
    @dataclasses.dataclass(unsafe_hash=True)
    class Key(str):
        kind: str = 'public'

        def __eq__(self, other):
            return other == 'abc'

    return Key('abc')


def second():
    @dataclasses.dataclass(frozen=True)
    class Key(str):
        kind: str = 'public'

    return Key('abc')


def third():
    Meta = type('Meta', (enum.EnumType,), {
        '_check_for_existing_members_': classmethod(lambda *_: None),
        '_get_mixins_': classmethod(lambda *_: (str, enum.Enum)),
        '_find_new_': classmethod(lambda *_: (str.__new__, False, True)),
        '_find_data_repr_': classmethod(lambda *_: None)})

    class Names(dict):
        _member_names = ()

    return str.__new__(Meta.__new__(Meta, 'Key', (enum.Enum, str), Names()), 'abc')


def fourth():
    class Key(functools.partial, str):
        pass

    return str.__new__(Key, 'abc')


def fifth():
    class Base:
        pass

    class Key(Base, str):
        pass

    Base.__hash__ = lambda self: 5
    return Key('abc')


def sixth():
    @dataclasses.dataclass(unsafe_hash=True)
    class Base:
        kind: str = 'public'

    class Key(Base, str):
        pass

    return str.__new__(Key, 'abc')


def seventh():
    class Base:
        kind: str = 'public'

    class Key(Base, bytes):
        pass

    dataclasses.dataclass(unsafe_hash=True)(Base)
    return bytes.__new__(Key, b'abc')


for make in (first, second, third, fourth, fifth, sixth, seventh):
    try:
        key = make()
    except (TypeError, AttributeError, ValueError):
        continue
    for name in ('kind', '_name_'):
        try:
            object.__setattr__(key, name, 'private')
        except (TypeError, AttributeError):
            pass
    if hash(key) not in (hash('abc'), hash(b'abc')):
        escaped(make)
# Others have what dataclass() writes for them.
point = dataclasses.make_dataclass('Point', ['x', 'y'], frozen=True)
assert hash(point(1, 2)) == hash(point(1, 2))
