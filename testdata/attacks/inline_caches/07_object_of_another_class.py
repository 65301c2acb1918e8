# technique: an object of a class of which nothing has to be asked gets another class; a class that needs no guard is a base of one that does
# source: own; in fast mode the class of an object settles whether it is asked about
# goal: private attributes of the library's, attributes set on what the library has made
# impact: private attributes of library objects
import contextlib
import string


class Plain:
    _vformat = 1


class Formatter(Plain, string.Formatter):
    pass


class Late(string.Formatter):
    pass


del Plain._vformat


def read(o):
    return o._vformat


def added(o):
    o._vformat += 1


def tried(function, o):
    with contextlib.suppress(AttributeError, TypeError):
        escaped((function, o, function(o)))


for each in (Plain(), Formatter(), Late()):
    tried(read, each)
    tried(added, each)

for cls in (Formatter, Late):
    changed = Plain()
    with contextlib.suppress(AttributeError, TypeError):
        setattr(changed, '__class__', cls)
        tried(read, changed)
        tried(added, changed)


def mark(o):
    o.mark = 1


with contextlib.suppress(AttributeError, TypeError):
    setattr(Plain, '__bases__', (string.Formatter,))
    tried(read, Plain())

for each in (string, string.Formatter, string.Formatter().format, super(Late, Late()), contextlib.suppress, len):
    for function in (mark, added):
        with contextlib.suppress(AttributeError, TypeError):
            function(each)
            escaped((function, each))
