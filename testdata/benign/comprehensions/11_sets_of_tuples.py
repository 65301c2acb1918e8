# CPython's order of tuples of numbers is the same in every process, as that of numbers is.
points = {(1, 2), (2, 1), (0, 0), (2, 0), (0, 2), (2, 2), (1, 0)}
print(points)
print({(0, 1), (1, 2), (3, 4), (5, 6), (7, 8), (9, 10), (-1, -1), (-1, 0)})
print({(0, 1)}, {(3, 4), (1, 2)}, {((1, 2), 3), ((3, 4), 5), ((5, 6), 7)}, {-1, -2, 0, 1, 2})
found = set()
for x in range(4):
    for y in range(3):
        found.add((x, y))
print(found)
found.discard((1, 1))
found.add((8, 8))
print(sorted(found) == sorted(set(found)), list(found))
while len(found) > 3:
    print(found.pop(), end=' ')
print(found)
for point in {(0, 1), (1, 0), (0, -1), (-1, 0)}:
    print(point, end=' ')
print({(0.5, 1), (1.5, 2), (2.5, 3)}, {(True, 0), (False, 1)}, {x for x in [(1,), (2,), (3, 3, 3), (1, 2, 3, 4, 5)]})
print(set(zip(range(6), 'abcdef')) == set(zip(range(6), 'abcdef')), len({(i, str(i)) for i in range(30)}))
print({(1 << 40, 1), (1 << 41, 2), (1 << 70, 3)} == {(1 << 40, 1), (1 << 41, 2), (1 << 70, 3)})
edges = {(a, b) for a in range(4) for b in range(a)}
print(edges, edges | {(9, 9)}, edges & {(1, 0), (2, 1)}, edges - {(1, 0)}, edges ^ {(1, 0), (7, 7)})
print([hash(t) for t in [(1, 2), (1,), (0.5, 3), ((1, 2), 3), (-1, -2), (True, False), (2**100,), (3 + 4j,), (0,) * 20]])
print(hash(frozenset({1, 2, 3})), hash(frozenset({(1, 2), (3, 4)})), hash(frozenset(range(20))), hash((frozenset({5}), 6)), hash(range(3)))
numbers = {1, 2, 3, 4, 5, 6, 7, 35, 10, 15, 20, 21}
print(numbers, end=' ')
kept = set(numbers)
kept.remove(4)
kept.remove(20)
print(kept)
walls, start, goal = {(1, 0), (1, 1), (3, 2), (3, 3)}, (0, 0), (4, 0)
frontier, seen = {start}, {start}
while frontier:
    x, y = frontier.pop()
    for step in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
        if step not in seen and step not in walls and 0 <= step[0] < 5 and 0 <= step[1] < 4:
            seen.add(step)
            frontier.add(step)
print(len(seen), goal in seen, list(seen)[:5])
shared = {1, 2}
for other in (shared.difference(), shared.union(), shared.intersection(), shared.copy(), set(shared)):
    other.add(9)
    print(shared, other)
unseen = {(a, b) for a in range(4) for b in range(a)}
print(unseen | {(9, 9)})
unseen = {(a, b) for a in range(4) for b in range(a)}
print(unseen.copy(), unseen.union([(9, 9)]), unseen.symmetric_difference([(1, 0)]))
