# technique: annotations that are text name guards and builtins, and are given names for them
# source: reading pyrestrict
# goal: a guard, or code that is compiled without them
# impact: guard
import functools
import typing

for text in ('_getattr_', '__import__', '_guest_', "(lambda: 1).__globals__", "[x for x in (1,)].__class__.__base__.__subclasses__()", 'int._getattr_', '__builtins__', "(_write_ := 1)"):
    def f(x: 'int'):
        pass

    f.__annotations__['x'] = text
    for ask in (lambda: typing.get_type_hints(f, {'_getattr_': 1, '_write_': 2}, {'__import__': 3}), lambda: functools.singledispatch(f).register(f)):
        try:
            escaped(ask())
        except (NameError, SyntaxError, TypeError, AttributeError):
            pass
