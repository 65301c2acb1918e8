# technique: a class derived from a library's says that it equals the class that a place remembers
# source: own red team, GuardInserter
# goal: read the library's private attribute through the derived object
# impact: private attributes of library objects
import string


class Everything(type):
    def __eq__(cls, other):
        return True

    def __hash__(cls):
        return 1


class Derived(string.Formatter, metaclass=Everything):
    pass


class Other:
    _vformat = 2


class Another:
    _vformat = 3


def read(o):
    return o._vformat


for each in [Other(), Another(), Other(), Another()]:
    read(each)
try:
    ESCAPED = read(Derived())
except AttributeError:
    pass
