# technique: the example in a docstring, run in the middle of a match, leaves an object under the name where the checked class lies
# source: own, with the module doctest: the sibling of 04 for guests without exec
# goal: the namespace of a function, read by a class pattern past every guard
# impact: exec
import doctest
import types
from abc import ABC


class Unseen(ABC):
    __match_args__ = ('__globals__',)
    count = 0


Unseen.register(types.FunctionType)


class Seen:
    __match_args__ = ('a',)


def example():
    """
    >>> Unseen.count += fail()
    """


def fail():
    raise ValueError


def leave():
    test = doctest.DocTestFinder().find(example, 'example', globs={})[0]
    # What globals() gave last stands for the module.
    test.globs = globals()
    doctest.DocTestRunner().run(test, out=lambda text: None, clear_globs=False)
    return False


match example:
    case _ if leave():
        pass
    case Seen(found):
        escaped(found)
