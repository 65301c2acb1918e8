# technique: a group's derive() asks what is being handled while a clause of except* is chosen, left and ended
# source: own: the runtime leaves a clause that does not match by an exception of its own
# goal: that exception, its class or its traceback, with which a guest could leave clauses itself
# impact: guard
import sys

seen = []


class Group(ExceptionGroup):
    def derive(self, errors):
        seen.append(sys.exception())
        seen.append(sys.exc_info()[1])
        return Group(self.message, errors)


class Error(ValueError):
    def __init__(self, *arguments):
        seen.append(sys.exception())
        super().__init__(*arguments)


def kinds():
    seen.append(sys.exception())
    return ValueError


def clauses():
    try:
        raise Group('g', [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError:
        raise Error('x')
    except* ZeroDivisionError:
        pass
    except* TypeError:
        pass


def again():
    try:
        raise Group('g', [Error(1), TypeError(2)])
    except* ZeroDivisionError:
        pass
    except* Error:
        raise


def computed():
    try:
        raise Group('g', [ValueError(1)])
    except* (ZeroDivisionError,):
        pass
    except* kinds() as error:
        seen.append(error)


for function in (clauses, again, computed):
    try:
        function()
    except BaseException as error:
        seen.append(error)
for error in seen:
    while error is not None:
        if type(error).__module__ not in ('builtins', '__main__'):
            escaped(type(error))
        error = error.__context__
