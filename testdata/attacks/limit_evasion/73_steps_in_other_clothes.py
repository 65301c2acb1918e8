# technique: loops that are no turns of a loop in Python, callbacks of builtins, generators that call each other, code that runs when the limit strikes
# source: own
# goal: to go on after a limit, or to catch it
# impact: limit
# needs: soft-limit
import contextlib
import functools
import itertools
import weakref


class Endless:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def __len__(self):
        return 1

    def __eq__(self, other):
        return False

    __hash__ = object.__hash__


@contextlib.contextmanager
def returning():
    try:
        yield
    finally:
        with contextlib.suppress(BaseException):
            forever()


def forever():
    try:
        while True:
            for _ in Endless():
                break
    except BaseException:
        forever()
    finally:
        forever()


def ping():
    while True:
        yield from pong()


def pong():
    yield from itertools.islice(ping(), 1)


watched = Endless()
kept = weakref.ref(watched, lambda _: forever())
del watched
with returning():
    try:
        next(filter(functools.partial(lambda a, b: False, 0), zip(ping(), map(str, Endless()))))
    except BaseException:
        forever()
escaped('no limit struck')
