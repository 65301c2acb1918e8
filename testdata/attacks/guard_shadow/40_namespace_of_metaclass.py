# technique: a metaclass that is no class prepares a namespace in which the guards' names are the guest's functions
# source: python reference 3.3.3.4 (preparing the class namespace)
# goal: code directly in the class body writes to a library's class
# impact: guard
# guard: _write_
import json


class Prepares:
    def __getattr__(self, name):
        return lambda *arguments, **keywords: {'_write_': lambda x: x}

    def __call__(self, name, bases, namespace):
        return type(name, bases, {})


class X(metaclass=Prepares()):
    json.JSONEncoder.mark = 1


escaped(json.JSONEncoder.mark)
