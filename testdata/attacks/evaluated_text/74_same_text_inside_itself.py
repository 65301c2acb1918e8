# technique: an example of a docstring is run again by itself, in the middle of its own match, so that both use the same names for a moment
# source: own: against the mend of 73, where each text has names of its own
# goal: the namespace of a function, read by a class pattern whose class the other run of the same text has put there
# impact: exec
import doctest
import types
from abc import ABC


class Unseen(ABC):
    __match_args__ = ('__globals__',)


Unseen.register(types.FunctionType)


class Seen:
    __match_args__ = ('a',)


depth = []
classes = [Seen, Unseen]


def again():
    if len(depth) < 3:
        depth.append(None)
        classes.append(classes.pop(0))
        globals()['Chosen'] = classes[0]
        run()
    return False


def victim():
    pass


def example():
    """
    >>> match victim:
    ...     case Chosen(found) if again():
    ...         got.append(found)
    ...     case _ if again():
    ...         pass
    ...     case Chosen(found) | Seen(found) | Unseen(found):
    ...         got.append(found)
    """


def run():
    test = doctest.DocTestFinder().find(example, 'example', globs=globals())[0]
    test.globs = globals()
    doctest.DocTestRunner(verbose=False).run(test, out=lambda text: None, clear_globs=False)


got = []
for first in (Seen, Unseen):
    depth.clear()
    Chosen = first
    try:
        run()
    except Exception as e:
        print(type(e).__name__)
for found in got:
    if type(found) is dict:
        escaped(found.keys())
ESCAPED = None
