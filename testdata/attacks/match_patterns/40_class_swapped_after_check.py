# technique: the class of a pattern is checked, then the namespace of the class body answers with another one
# source: PEP 634 (class patterns), python reference 3.3.3.4
# goal: read __globals__ of a function
# impact: introspect
# guard: _match_class_
def fn():
    return 1


class Swap(dict):
    def __getitem__(self, key):
        return Liar if key.startswith('_t') else dict.__getitem__(self, key)


class Prepares:
    def __getattr__(self, name):
        return lambda *arguments, **keywords: Swap(fn=fn)

    def __call__(self, name, bases, namespace):
        return type(name, bases, {})


Liar = type('M', (type,), {'__instancecheck__': lambda c, o: True})('Liar', (), {'__match_args__': ('__globals__',)})


class Honest:
    __match_args__ = ('a',)


class Body(metaclass=Prepares()):
    match fn:
        case Honest(found):
            escaped(found)
