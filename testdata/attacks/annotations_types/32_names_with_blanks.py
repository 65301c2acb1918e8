# technique: names with a blank in them, among those that an annotation's text may use: they are handed to the compiler set apart by blanks
# source: own: against annotations that are text being compiled under the guest's policy
# goal: a name that the compiler takes for one that the guest has bound: a guard, a special name, a builtin that was put away
# impact: names
import types
import typing


def function(x):
    pass


for name in ('__builtins__', '__import__', '__loader__', '__spec__', '__graalpython__', '_getattr_', '_guest_', '_write_', '_prologue_', 'open', 'eval', 'exec', 'compile',
             '__class_made__', '__class_set__', 'displayhook', 'pyrestrict', 'guard', 'host', 'away'):
    function.__annotations__ = {'x': name}
    named = type('Parameter', (), {'__name__': 'a ' + name})()
    cls = type('Named', (), {'__type_params__': (named,), '__annotations__': {'x': name}})
    for asked in (lambda: typing.get_type_hints(function, {'a ' + name: 1}), lambda: typing.get_type_hints(function, None, {name + '\n' + name: 1}),
                  lambda: typing.get_type_hints(cls), lambda: typing.get_type_hints(function, {'a\t' + name: 1, ' ': 2})):
        try:
            found = asked()['x']
        except (NameError, SyntaxError, TypeError, AttributeError):
            continue
        if type(found) is not types.FunctionType:
            escaped((name, type(found)))
        try:
            found('1 + 1')
        except (NameError, OSError, TypeError):
            continue
        escaped((name, 'called'))
