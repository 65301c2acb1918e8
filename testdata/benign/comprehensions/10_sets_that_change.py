# features: sets of numbers after every kind of change
# imports: none
primes = set(range(2, 50))
for n in range(2, 8):
    if n in primes:
        primes -= set(range(n * n, 50, n))
print(primes)
a = set(range(0, 100, 7))
b = set(range(0, 100, 5))
print(a, b)
print(a & b, a - b, b - a, a | b)
a.difference_update(b)
print(a)
a |= {1000, 2000}
print(a)
a &= set(range(50, 3000))
print(a)
a ^= {1000, 5}
print(a)
c = a.copy()
c.add(64)
print(c, frozenset(c), set(frozenset(c)), set(list(c)), {*c, 128})
todo = {40, 10, 33, 71}
order = []
while todo:
    n = todo.pop()
    order.append(n)
    if n > 30:
        todo.add(n // 2)
print(order)
graph = {1: {2, 3}, 2: {4}, 3: {4, 5}, 4: {6}, 5: {6}, 6: set()}
seen, frontier = {1}, {1}
while frontier:
    frontier = {m for n in frontier for m in graph[n]} - seen
    seen |= frontier
    print(frontier, seen)
print({x ** 2 % 101 for x in range(40)})
print({-3, 7, -100, 64, 2.5}, {2 ** 61 - 1, 2 ** 40, -2 ** 33}, {0.5, 1, 0}, {x / 4 for x in range(6)})
print(set('1234') and {int(d) for d in '9876543210'}, {len(w) for w in 'a quick brown fox jumped over'.split()})
for x in {17, 4, 99, 23, 8}: print(x, end=' ')
print(*{50, 20, 80}, sep=',')
print(sorted({3, 1}), list({30, 1, 17}), tuple({5, 9, 1}), max({3, 9}), dict.fromkeys({9, 8, 1}), ','.join(map(str, {16, 5, 32})))
print([*{33, 65, 1}], enumerate({7}).__next__(), list(zip({4, 12}, 'ab')))
it = iter({100, 3, 50})
print(next(it), list(it))
s = set()
for n in [8, 16, 24, 32, 1, 2, 3]:
    s.add(n)
    print(s)
for n in [16, 1, 99]:
    s.discard(n)
print(s)
s.clear()
s.update([5, 1], {30, 2}, range(3))
print(s, len(s))
d = {3: 'c', 1: 'a', 20: 't'}
print(set(d), d.keys() & {20, 3}, set(d.keys()), {k for k in d})
x, y, z = {9, 8, 7}
print(x, y, z)
def f(*args): return args
print(f(*{25, 3, 14}))

class Five:
    def __hash__(self): return 5
    def __eq__(self, other):
        list(numbers)
        numbers.discard(99)
        return other == 5
numbers = {99, 5, 13, 21, 29}
print(Five() in numbers, numbers)
numbers.remove(Five())
numbers.add(Five()) if Five() in {5} else None
print(len(numbers), 13 in numbers, 21 in numbers, 29 in numbers, 5 in numbers)
words = {'one': 1}
print({len(w): w for w in words}, {(1, 2)}, {frozenset({3, 1, 2})}, {None}, {'a'}, {1: {5, 4}}, [{2, 1}, {9, 8}])
