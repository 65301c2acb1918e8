"""The depth of calls ends where CPython's does."""
import sys

deepest = 0


def descend(n):
    global deepest
    deepest = n
    return descend(n + 1)


def measure():
    try:
        descend(0)
    except RecursionError as e:
        print(deepest, e)


def chain(n):
    if n:
        yield from chain(n - 1)
    yield n


class Tree:
    def __init__(self, child):
        self.child = child

    def __len__(self):
        return 1 + len(self.child) if self.child is not None else 1

    def __repr__(self):
        return f'Tree({self.child!r})'


def chained(length):
    tree = None
    for _ in range(length):
        tree = Tree(tree)
    return tree


measure()
measure()
print(sys.getrecursionlimit())
sys.setrecursionlimit(200)
measure()
sys.setrecursionlimit(3000)
measure()
print(sum(chain(900)), len(repr(chained(300))))
try:
    len(chained(4000))
except RecursionError:
    print('too deep')
for wrong in (0, -5):
    try:
        sys.setrecursionlimit(wrong)
    except ValueError as e:
        print(e)
try:
    sys.setrecursionlimit(2)
except RecursionError as e:
    print(e)
# What is kept of an error at the end, and what is done in its handler.
kept = []


def edge(n):
    try:
        edge(n + 1)
    except RecursionError as e:
        kept.append(e)
        if len(kept) < 5:
            edge(n + 1)
        raise ValueError(n) from e


sys.setrecursionlimit(300)
try:
    edge(0)
except ValueError as e:
    print(e, type(e.__cause__).__name__, len(kept))


def lower(n):
    if n:
        return lower(n - 1)
    try:
        sys.setrecursionlimit(20)
    except RecursionError as e:
        print(e)


lower(30)
