# technique: classes made by calls (metaclasses, type.__new__, new_class, enum, dataclass, slots) with methods that no body may have
# source: red team of the merged tree, class_hooks/31
# goal: an instance whose __class__, __getattribute__, __getstate__ or __reduce_ex__ is the guest's choice
# impact: policy
import dataclasses
import enum
import types


class Plain(type):
    pass


class Adding(type):
    def __new__(metaclass, name, bases, namespace, **more):
        return super().__new__(metaclass, name, bases, {**namespace, **more})


def answer(*arguments):
    return 42


class Key(str):
    __hash__ = str.__hash__


made = []
for name in ('__getattribute__', '__class__', '__dict__', '__getstate__', '__reduce_ex__', '__getstate__', '__subclasshook__',
             '__instancecheck__', '__mro_entries__', '__prepare__', '__build_class__', 'mro', '__dataclass_fields__', '__undecided__'):
    hidden = {name: answer}
    for how, make in {
        'type': lambda: type('X', (), dict(hidden)),
        'type.__new__': lambda: type.__new__(Plain, 'X', (type,), dict(hidden)),
        'metaclass': lambda: Plain('X', (), dict(hidden)),
        'metaclass of metaclasses': lambda: Plain('X', (type,), dict(hidden)),
        'super().__new__': lambda: Adding('X', (), {}, **hidden),
        'new_class': lambda: types.new_class('X', (), {}, lambda namespace: namespace.update(hidden)),
        'make_dataclass': lambda: dataclasses.make_dataclass('X', ['a'], namespace=dict(hidden)),
        'Enum': lambda: enum.Enum('X', {'a': 1, **hidden}),
        'a name that is no text': lambda: type('X', (), {Key(name): answer}),
        'a slot': lambda: type('X', (), {'__slots__': (name,)}) if name not in ('__dict__', '__prepare__') else answer(1, 2, 3).no,
    }.items():
        try:
            make()
            made.append((how, name))
        except (TypeError, ValueError, AttributeError):
            pass
if made:
    ESCAPED = made
