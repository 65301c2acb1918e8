"""The first tuple of product() stays what it was, however far it has gone on since."""
from itertools import islice, product

pairs = product([1, 2], 'ab')
first = next(pairs)
second = next(pairs)
third = next(pairs)
print(first, second, third)
print(list(islice(product(['x', 'y'], [1, 2, 3]), 5)))

seen = []
for triple in product('ab', repeat=3):
    seen.append(triple)
    if triple == ('a', 'b', 'a'):
        break
print(seen)

best = None
for x, y, *rest in product([3, 1], [2, 4], [0]):
    if best is None:
        best = (x, y, rest)
print(best)
print(list(zip('abc', product([1, 2], [3, 4]))))
