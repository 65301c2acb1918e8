# features: sets built in every way, printed as they are
# imports: collections
from collections import Counter
print(set([3, 1, 2]), set([10, 20, 30]), set([9, 17, 1]), {x * x for x in range(10)})
print({x % 7 for x in range(50)}, set(range(20)), frozenset([5, 4, 3]))
a = {1, 2, 3, 4}
b = {3, 4, 5, 6}
print(a | b, a & b, a - b, a ^ b)
a.add(10)
a.add(7)
a.discard(1)
print(a, len(a), sorted(a))
a.update([100, 50, 25])
print(a)
a.remove(100)
print(a)
while a:
    print(a.pop(), end=' ')
print()
print(set('a'), set(()), frozenset(), set([None]), set([True, 0]))
print({1.5, 2.5}, {-1, -2, -3}, set([-5, 5, 0]))
print(a.union([1, 2], (3,), {4}), {1, 2, 3}.intersection([2, 3, 9]), {1, 2, 3}.symmetric_difference([3, 4]))
print({1, 2} < {1, 2, 3}, {1, 2} <= {1, 2}, {1}.issubset([1, 2]), {1, 2}.issuperset([1]), {1}.isdisjoint({2}))
primes = set(range(2, 50))
for n in range(2, 8):
    if n in primes:
        primes -= set(range(n * n, 50, n))
print(primes)
seen = set()
for n in [5, 3, 5, 1, 3, 99, 64, 32]:
    if n in seen:
        print('again', n)
    seen.add(n)
print(seen)
for x in {30, 10, 20}:
    print(x)
for x in set([8, 16, 24, 0]):
    print(x)
print([x for x in set([1000, 999, 998])], list({1 << 40, 1 << 41}), tuple({2, 1}))
print({tuple(sorted(p)) for p in [(1, 2), (2, 1)]})
print(sum({1, 2, 3}), max({4, 5}), min({4, 5}))
s = {1, 2, 3}
s |= {4}
s &= {2, 3, 4}
s ^= {9}
s -= {2}
print(s, s.copy())
print(Counter([1, 2, 2, 3]).keys() & {1, 2}, {1: 'a', 2: 'b'}.keys() | {3}, {1: 'a'}.items() - {(1, 'a')})
print(repr({1, 2}), str({3}), f'{ {1, 2} }', '%s' % {5, 6})
x, *y = {1, 2, 3}
print(x, y)
groups = {}
for w in [3, 13, 23, 4]:
    groups.setdefault(w % 10, set()).add(w)
print(groups)
print({frozenset([1, 2]), frozenset([2, 1])})
