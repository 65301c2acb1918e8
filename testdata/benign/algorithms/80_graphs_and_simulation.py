# features: events in a heap, paths, strings, queens, life, primes, codes
# imports: collections, dataclasses, heapq, itertools, math, random
import heapq, random, collections, itertools, math
from dataclasses import dataclass, field
@dataclass(order=True)
class Event:
    t: float; seq: int; name: str = field(compare=False); data: dict = field(compare=False, default_factory=dict)
class Sim:
    def __init__(self, seed): self.now = 0.0; self.q = []; self.seq = itertools.count(); self.rng = random.Random(seed); self.stats = collections.Counter(); self.log = []
    def at(self, dt, name, **data): heapq.heappush(self.q, Event(self.now + dt, next(self.seq), name, data))
    def run(self, until):
        while self.q and self.q[0].t <= until:
            e = heapq.heappop(self.q); self.now = e.t; self.stats[e.name] += 1; getattr(self, "on_" + e.name)(**e.data)
    def on_arrive(self, who=0): self.at(self.rng.expovariate(1.0), "arrive", who=who + 1); self.at(self.rng.uniform(0.5, 2), "leave", who=who)
    def on_leave(self, who): self.log.append((round(self.now, 3), who))
s = Sim(7); s.at(0, "arrive"); s.run(6); print(s.stats, s.log, s.q[0].name, len(s.q))
def dijkstra(g, a):
    d = {a: 0}; prev = {}; q = [(0, a)]
    while q:
        du, u = heapq.heappop(q)
        if du > d[u]: continue
        for v, w in g.get(u, {}).items():
            if (nd := du + w) < d.get(v, math.inf): d[v] = nd; prev[v] = u; heapq.heappush(q, (nd, v))
    return d, prev
g = {"A": {"B": 7, "C": 9, "F": 14}, "B": {"C": 10, "D": 15}, "C": {"D": 11, "F": 2}, "D": {"E": 6}, "F": {"E": 9}}
d, prev = dijkstra(g, "A"); path = ["E"]
while path[-1] in prev: path.append(prev[path[-1]])
print(d, path[::-1])
def astar(grid, start, goal):
    h = lambda p: abs(p[0] - goal[0]) + abs(p[1] - goal[1]); q = [(h(start), 0, start, [start])]; seen = set()
    while q:
        _, c, p, path = heapq.heappop(q)
        if p == goal: return path
        if p in seen: continue
        seen.add(p)
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            r, cc = p[0] + dr, p[1] + dc
            if 0 <= r < len(grid) and 0 <= cc < len(grid[0]) and grid[r][cc] != "#": heapq.heappush(q, (c + 1 + h((r, cc)), c + 1, (r, cc), path + [(r, cc)]))
grid = ["..#.", ".#..", "....", "#.#."]; p = astar(grid, (0, 0), (3, 3)); print(len(p), p[-1]); print("\n".join("".join("*" if (r, c) in p else ch for c, ch in enumerate(row)) for r, row in enumerate(grid)))
def floyd(n, edges):
    D = [[0 if i == j else math.inf for j in range(n)] for i in range(n)]
    for u, v, w in edges: D[u][v] = w
    for k, i, j in itertools.product(range(n), repeat=3): D[i][j] = min(D[i][j], D[i][k] + D[k][j])
    return D
print(floyd(4, [(0, 2, -2), (1, 0, 4), (1, 2, 3), (2, 3, 2), (3, 1, -1)]))
def kmp(t, p):
    f = [0] * len(p); j = 0
    for i in range(1, len(p)):
        while j and p[i] != p[j]: j = f[j - 1]
        j += p[i] == p[j]; f[i] = j
    j = 0
    for i, c in enumerate(t):
        while j and c != p[j]: j = f[j - 1]
        j += c == p[j]
        if j == len(p): yield i - j + 1; j = f[j - 1]
print(list(kmp("ababcabab", "ab")))
def nqueens(n):
    def go(r, cols, d1, d2, acc):
        if r == n: yield acc; return
        for c in range(n):
            if not (cols >> c & 1 or d1 >> (r + c) & 1 or d2 >> (r - c + n) & 1): yield from go(r + 1, cols | 1 << c, d1 | 1 << r + c, d2 | 1 << r - c + n, acc + [c])
    return list(go(0, 0, 0, 0, []))
print(len(nqueens(6)), nqueens(4))
def life(cells, n):
    for _ in range(n):
        c = collections.Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
        cells = {p for p, k in c.items() if k == 3 or k == 2 and p in cells}
    return sorted(cells)
print(life({(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}, 4))
def mandel(w=30, h=10): return ["".join(" .:-=+*#%@"[min(9, next((i for i, z in enumerate(itertools.accumulate(range(20), lambda z, _: z * z + c if abs(z) < 2 else z, initial=0j)) if abs(z) >= 2), 20) // 2)] for x in range(w) for c in [complex(-2.2 + 3.2 * x / w, -1.2 + 2.4 * y / h)]) for y in range(h)]
print("\n".join(mandel()))
def primes():
    yield 2; D = {}
    for q in itertools.count(3, 2):
        p = D.pop(q, None)
        if p is None: yield q; D[q * q] = 2 * q
        else:
            x = q + p
            while x in D: x += p
            D[x] = p
print(list(itertools.islice(primes(), 15)), sum(itertools.takewhile(lambda x: x < 1000, primes())))
def lev(a, b):
    prev = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1): prev = [i, *(0,) * len(b)] and (lambda cur: [cur.append(min(prev[j] + 1, cur[-1] + 1, prev[j - 1] + (ca != cb))) for j, cb in enumerate(b, 1)] and cur)([i])
    return prev[-1]
print(lev("kitten", "sitting"), [hex(x) for x in (255, -255)], "%05.1f|%-8s|%+d" % (3.14159, "ab", 5))
def hanoi(n, a="A", b="B", c="C"): return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
print(len(hanoi(5)), hanoi(2)); print(*map("".join, itertools.product("01", repeat=3))); print(math.prod(range(1, 26)), 2 ** 100, -7 // 2, -7 % 3, divmod(7, -2), round(-0.5), 1e308 * 10, -1e308 * 10, float("nan") != float("nan"))
def huff(s):
    h = [[n, i, ch] for i, (ch, n) in enumerate(sorted(collections.Counter(s).items()))]; heapq.heapify(h); i = len(h)
    while len(h) > 1: a, b = heapq.heappop(h), heapq.heappop(h); heapq.heappush(h, [a[0] + b[0], i, (a[2], b[2])]); i += 1
    codes = {}
    def walk(n, p=""):
        if isinstance(n, str): codes[n] = p or "0"
        else: walk(n[0], p + "0"); walk(n[1], p + "1")
    walk(h[0][2]); return codes
print(huff("abracadabra"))
