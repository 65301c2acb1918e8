# technique: a function with an attribute __mro_entries__, which is the library's dispatcher of a function of the guest's: it answers otherwise when it is asked again
# source: the guards ask for the bases, and Python asks once more
# goal: a class statement with bases that nobody has looked at
# impact: policy
import functools

asked = []


class Maker:
    def __init__(self, *_, **__):
        pass


def entries(bases):
    asked.append(bases)
    return () if len(asked) == 1 else (Maker(),)


def base():
    pass


base.__dict__['__mro_entries__'] = functools.singledispatch(entries)


class Made(base):
    pass


escaped(Made)
