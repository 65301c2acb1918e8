# technique: __init__ and __call__ of operator.methodcaller and attrgetter, called with library objects for self
# source: own, sibling of 01_redirect_reads_sys.py
# goal: private attributes of library objects read and set
# impact: introspect
# plain-cpython: n/a (CPython's are written in C and look at the type of self)
import operator
import typing


def reach(function):
    try:
        escaped(function())
    except (TypeError, AttributeError):
        pass


reach(lambda: operator.methodcaller.__init__(typing.List, "x") or typing.List._name)
reach(lambda: operator.attrgetter.__init__(operator.itemgetter, "x") or operator.itemgetter._paths)
reach(lambda: operator.methodcaller.__call__(typing.List, 1))
reach(lambda: operator.attrgetter.__repr__(typing.List))
reach(lambda: operator.methodcaller("upper")._call)


class Getter(operator.attrgetter):
    pass


getter = Getter("x")
reach(lambda: getter._paths)
try:
    getter._paths = [["__globals__"]]
except (TypeError, AttributeError):
    pass
reach(lambda: getter(reach))


class Caller(operator.methodcaller):
    pass


caller = Caller("x")
try:
    caller._call = ("__subclasses__", (), {})
except (TypeError, AttributeError):
    pass
reach(lambda: caller(object))
