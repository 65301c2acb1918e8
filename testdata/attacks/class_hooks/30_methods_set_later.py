# technique: special methods that a class body may not define are set on the class after it, or on its base
# goal: a text that is equal to one name now and to another later; a class whose reads the guards do not see
# impact: policy
class Mixin:
    pass


class Text(Mixin, str):
    pass


def attempt(f):
    try:
        f()
        return True
    except (TypeError, AttributeError):
        return False


def later():
    Mixin.__hash__ = lambda self: 1


def by_name():
    setattr(Mixin, '__hash__', lambda self: 1)


def in_place():
    class Adds:
        def __radd__(self, other):
            return lambda self: 1
    Text.__hash__ += Adds()


def in_base():
    class Base:
        def __hash__(self):
            return 1

    class Derived(Base, str):
        pass


def by_builtin():
    dict.__repr__ = lambda self: ''


def by_loop():
    for Text.__hash__ in [lambda self: 1]:
        pass


for door in (later, by_name, in_place, in_base, by_builtin, by_loop):
    if attempt(door):
        ESCAPED = door.__name__
for name in ('__getattribute__', '__class__', '__prepare__', '__instancecheck__', '__reduce__', '__getstate__', '__match_args__', '__mro_entries__', '__bases__'):
    if attempt(lambda: setattr(Mixin, name, lambda *rest: ())):
        ESCAPED = name
