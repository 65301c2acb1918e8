# technique: type() makes the metaclass whose __prepare__ a class statement may not define
# source: python reference 3.3.3.4 (preparing the class namespace)
# goal: code directly in the class body writes to a library's class
# impact: guard
# guard: _write_
import json

Prepares = type('Prepares', (type,), {'__prepare__': classmethod(lambda m, *a, **k: {'_write_': lambda x: x})})


class Base(metaclass=type.__new__(type, 'Inner', (Prepares,), {})):
    json.JSONEncoder.mark = 1


escaped(json.JSONEncoder.mark)
