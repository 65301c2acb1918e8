# technique: a place that remembers types compares them with ==, which asks the metaclass of the guest
# source: own red team, GuardInserter
# goal: read a library object's private attribute where a lying class was remembered
# impact: private attributes of library objects
import string


class Everything(type):
    def __eq__(cls, other):
        return True

    def __hash__(cls):
        return 1


class Liar(metaclass=Everything):
    def __init__(self):
        self._vformat = 1


class Other:
    _vformat = 2


def read(o):
    return o._vformat


for each in [Other(), Liar(), Other(), Liar(), Liar()]:
    read(each)
try:
    ESCAPED = read(string.Formatter())
except AttributeError:
    pass
