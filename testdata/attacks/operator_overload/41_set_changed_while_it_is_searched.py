# technique: sets that change while they are walked through, by comparisons that the guest makes, by numbers that are equal to others and by keys that are replaced
# source: own; what sets of numbers hold is put in CPython's order, into new arrays
# goal: something of the runtime's in a set, a key that was taken away, a fault
# impact: introspect
class Number(int):
    busy = False
    # A search begins again whenever the set was changed, so these would go on for ever.
    left = 300

    def __eq__(self, other):
        if not Number.busy and Number.left:
            Number.busy = True
            Number.left -= 1
            for change in (lambda: numbers.add(len(numbers) + 1000), lambda: numbers.discard(7), lambda: list(numbers), numbers.pop,
                           lambda: numbers.update(range(40)), numbers.copy, lambda: numbers.clear() if len(numbers) > 90 else None):
                try:
                    change()
                except (RuntimeError, KeyError):
                    pass
            Number.busy = False
        return int.__eq__(self, other)

    def __hash__(self):
        return int.__hash__(self) % 8


numbers = set(range(0, 64, 3)) | {True, 2.0, 2 ** 61 - 1, -1, -2}
for turn in range(25):
    for change in (lambda: numbers.add(Number(turn * 8)), lambda: Number(turn * 8) in numbers, lambda: numbers.discard(Number(turn)),
                   lambda: [numbers.add(n + 64) for n in numbers], lambda: numbers.symmetric_difference_update(range(turn)),
                   lambda: numbers.difference_update(list(range(0, turn, 2))), lambda: numbers.pop(), lambda: print(*[len(numbers)], end=''),
                   lambda: numbers.intersection_update(range(10 ** 6))):
        try:
            change()
        except (RuntimeError, KeyError):
            pass
    iterator = iter(numbers)
    try:
        next(iterator)
        numbers.pop()
        list(numbers)
        next(iterator)
    except (StopIteration, RuntimeError, KeyError):
        pass
    for n in numbers:
        if not isinstance(n, (int, float)):
            escaped(n)
    if len(numbers) != len(list(numbers)) or any(n not in numbers for n in list(numbers) if type(n) is int):
        ESCAPED = 'a key is lost'
