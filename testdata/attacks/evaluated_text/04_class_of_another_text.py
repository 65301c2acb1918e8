# technique: text that runs in the middle of a match leaves an object under the name where the class lies that a guard has seen
# source: own, GuardInserter.temporary: every text counted its temporaries from 0, in the same namespace
# goal: the namespace of a function, read by a class pattern past every guard
# impact: exec
# needs: rewriter
import types
from abc import ABC


class Unseen(ABC):
    __match_args__ = ('__globals__',)
    count = 0


Unseen.register(types.FunctionType)


class Seen:
    __match_args__ = ('a',)


def fail():
    raise ValueError


def leave():
    for text in ('Unseen.count += fail()', 'Unseen.count *= fail()', 'Unseen[0] += fail()', 'a, (b, c) = [a, b] = Unseen'):
        for names in (None, globals()):
            try:
                exec(text, names) if names else exec(text)
            except (ValueError, TypeError):
                pass
    return False


def subject():
    pass


match subject:
    case _ if leave():
        pass
    case Seen(found):
        escaped(found)


class Body:
    match subject:
        case _ if leave():
            pass
        case Seen(found):
            escaped(found)


exec('''
match subject:
    case _ if leave():
        pass
    case Seen(found):
        escaped(found)
''')
try:
    try:
        raise ExceptionGroup('', [KeyError()])
    except* KeyError if not leave() else ValueError:
        pass
except BaseException as error:
    escaped(error)
