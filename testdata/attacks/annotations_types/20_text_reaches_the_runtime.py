# technique: get_type_hints evaluates text: the text reads attributes, calls builtins, and is given a guard's name to use
# goal: a class of the runtime, a guard replaced by the guest's own function
# impact: escape
import typing


def attempt(text, **names):
    def f():
        pass
    f.__annotations__ = {'a': text}
    try:
        return typing.get_type_hints(f, None, names)['a']
    except Exception:
        return None


for text in (
        '().__class__.__base__.__subclasses__()', '__import__("os")', 'eval("1")', '(lambda: 1).__globals__',
        '_getattr_', '_guest_', '__builtins__', '[c for c in ().__class__.__mro__[1].__subclasses__()]', 'print.__self__',
        'f"{().__class__.__base__.__subclasses__()}"', '(yield)', 'int\nimport os', 'int; import os', '(x := __import__)', '1)+(2'):
    found = attempt(text)
    if found is not None:
        ESCAPED = text


def stolen(o, name, *rest):
    global ESCAPED
    ESCAPED = 'a guard was replaced'


class Plain:
    _secret = 1


attempt('Plain()._secret', _getattr_=stolen, Plain=Plain)


class Sly(str):
    def isidentifier(self):
        return True

    def strip(self, *rest):
        return 'print.__self__'


if type(attempt(Sly('int'))) not in (type(None), type, Sly):
    ESCAPED = 'a text of another type'
