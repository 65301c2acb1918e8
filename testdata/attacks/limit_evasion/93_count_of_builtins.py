# technique: builtins within builtins that end by exceptions of every kind, in the middle of loops and of each other, so that the count of them drifts
# source: own; they are counted since attack 92
# goal: a count that goes down, so that a guest comes to the end of Java's stack, or up, so that a later guest can do nothing
# impact: limit


class Odd:
    kinds = [ValueError, StopIteration, RecursionError, KeyError, GeneratorExit, KeyboardInterrupt]

    def __init__(self, number):
        self.kind = Odd.kinds[number % len(Odd.kinds)]

    def fail(self, *_):
        raise self.kind

    __hash__ = __repr__ = __eq__ = __lt__ = __next__ = __bool__ = __len__ = __call__ = fail

    def __iter__(self):
        return self


def nest(leaf, depth, wrap):
    for _ in range(depth):
        leaf = wrap(leaf)
    return leaf


def work(depth):
    hash(nest(1, depth, lambda x: (x,)))
    repr(nest(1, depth, lambda x: [x]))
    next(nest(iter([1]), depth, lambda x: map(int, x)))


for turn in range(600):
    odd = Odd(turn)
    for action in (lambda: hash(nest(odd, 20, lambda x: (x,))), lambda: repr(nest(odd, 20, lambda x: [x])), lambda: nest(odd, 20, lambda x: [x]) == nest(odd, 20, lambda x: [x]),
                   lambda: sorted([odd, odd]), lambda: next(nest(odd, 20, lambda x: map(len, x))), lambda: list(zip(odd)), lambda: bool(odd),
                   lambda: repr(slice(slice(odd))), lambda: {odd: 1}, lambda: {1: odd} == {1: odd}, lambda: any(map(repr, [odd]))):
        try:
            action()
        except BaseException:
            pass
for turn in range(30):
    try:
        work(11_000)
    except RecursionError:
        pass
work(400)
try:
    hash(nest(1, 200_000, lambda x: (x,)))
except RecursionError:
    pass
else:
    ESCAPED = 'deeper than it may go'
work(400)
