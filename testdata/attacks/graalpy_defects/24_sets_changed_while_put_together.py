# technique: sets that keys' comparisons change while they are arranged, copied, walked through and put together
# source: own: against sets of tuples being put in CPython's order before they are copied and combined
# goal: a fault of the runtime, a set that holds what it does not, a member that is no longer found, a walk without an end
# impact: fault
import random


class Key:
    """Equal to what has its hash, and busy when it is asked."""

    def __init__(self, hash_, action=None):
        self.hash_, self.action, self.busy = hash_, action, False

    def __hash__(self):
        return self.hash_

    def __eq__(self, other):
        if self.action and not self.busy:
            self.busy = True
            try:
                self.action()
            finally:
                self.busy = False
        return False


def attempt(function):
    try:
        return function()
    except (RuntimeError, KeyError, TypeError):
        return None


generator = random.Random(7)
for turn in range(60):
    points = {(generator.randrange(9), generator.randrange(9)) for _ in range(generator.randrange(2, 40))}
    known = set(points)

    def change():
        point = (generator.randrange(9), generator.randrange(9))
        generator.choice((points.add, points.discard, lambda p: points.pop() if points else None, lambda p: points.update({p, (8, 8)}),
                          lambda p: list(points), lambda p: points | {p}, lambda p: points.copy(), lambda p: points.clear() if turn % 9 == 0 else None))(point)

    keys = {Key(hash(point), change) for point in [*points][:6]}
    for combine in (lambda: points | keys, lambda: points & keys, lambda: points - keys, lambda: points ^ keys, lambda: keys - points, lambda: keys | points,
                    lambda: points.difference(keys, [1]), lambda: points.intersection(keys), lambda: points.union(keys), lambda: points.symmetric_difference(keys),
                    lambda: frozenset(points) | keys, lambda: points.update(keys), lambda: points.difference_update(keys), lambda: points == keys,
                    lambda: points <= keys, lambda: points.isdisjoint(keys), lambda: [*points, *keys], lambda: repr(points)):
        attempt(combine)
        points.difference_update(keys)
    steps = 0

    def walk():
        global steps
        for point in points:
            steps += 1
            # As many as before, so that the walk goes on.
            points.discard(point)
            points.add((steps % 13, steps % 7))
            points | known
            if steps > 2000:
                break

    attempt(walk)
    points = {point for point in points if type(point) is tuple}
    held = sorted(points)
    for copy in (set(points), points.copy(), points | set(), points & points, frozenset(points), {*points}):
        if sorted(copy) != held or len(copy) != len(held) or not all(point in copy for point in held):
            ESCAPED = (held, copy)
    left = points.copy()
    while left:
        point = left.pop()
        if point in left or point not in points:
            ESCAPED = point

# What is no exact tuple, or holds more than numbers, and a tuple of tuples of tuples.
deep = (1,)
for _ in range(10):
    deep = (deep, deep)


class Lying(tuple):
    def __hash__(self):
        return 1

    def __iter__(self):
        return iter(())


for members in ({(deep[0][0][0][0],), (1, 2), (2, 3)}, {Lying((1, 2)), Lying((3, 4)), (1, 2)}, {((),), (), ((), ())}, {(None, 1), (None, 2), (1, None)}, {(True,), (1.0,), (2**70,)},
                {('a', 1), ('b', 2), (3, 'c')}, {tuple(range(1000)), tuple(range(1001)), tuple([*range(20), None])}):
    if {*members} != members or members - {*members} or sorted(map(repr, members | set())) != sorted(map(repr, members)):
        ESCAPED = members
