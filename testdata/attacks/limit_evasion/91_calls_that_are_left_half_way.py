# technique: calls that begin and do not end as the count of calls has it: generators left alone, exceptions thrown into them, callbacks of the library, recursion between them
# source: own; calls are counted in the context
# goal: a count that drifts, so that a guest comes to the end of Java's stack, or that a later function fails
# impact: limit
import functools
import itertools


def down(n):
    return n if n == 0 else down(n - 1)


def tree(n):
    if n:
        yield from tree(n - 1)
    yield n


class Thrown(Exception):
    pass


def left_alone():
    try:
        yield 1
    finally:
        down(50)


def deep():
    try:
        return deep()
    except RecursionError:
        raise Thrown from None


for turn in range(300):
    waiting = [left_alone() for _ in range(20)]
    for generator in waiting:
        next(generator)
    for generator in waiting[:10]:
        try:
            generator.throw(Thrown)
        except Thrown:
            pass
    del waiting
    list(itertools.islice(tree(100), 5))
    sorted(range(5), key=lambda n: down(20) + n)
    functools.reduce(lambda a, b: down(10) + a + b, range(5))
    if turn % 50 == 0:
        try:
            deep()
        except Thrown:
            pass
assert down(800) == 0
try:
    down(2000)
except RecursionError:
    pass
else:
    ESCAPED = 'deeper than it may go'
assert down(800) == 0
