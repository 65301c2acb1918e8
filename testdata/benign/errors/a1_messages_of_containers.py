# features: list, dict, tuple, slice, range messages and views
# imports: none
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, '|', e)
l = [3, 1, 2]
d = {'a': 1, 'b': 2}
t = (1, 2)
for f in [lambda: l[9], lambda: l['a'], lambda: l.index(9), lambda: l.remove(9), lambda: l.pop(9), lambda: l + t, lambda: l + 1, lambda: l * 'a', lambda: l * 1.5, lambda: sorted([1, 'a']), lambda: [1, 'a'].sort(), lambda: l.sort(lambda a: a), lambda: max([]), lambda: min(), lambda: max(1), lambda: sum(['a']), lambda: sum(5), lambda: d['z'], lambda: d.pop('z'), lambda: d[[]], lambda: {[]: 1}, lambda: {}.update(5), lambda: {}.update([1]), lambda: d.get(), lambda: d.fromkeys(5), lambda: t[5], lambda: t.index(9), lambda: hash(l), lambda: hash((1, [])), lambda: hash({}), lambda: {1, []}, lambda: set([[]]), lambda: list(5), lambda: tuple(5), lambda: dict(5), lambda: set(5), lambda: l.foo, lambda: l.append(), lambda: l.append(1, 2), lambda: l.insert(1), lambda: l.extend(5), lambda: range(1, 2, 0), lambda: range('a'), lambda: range(3)[5], lambda: range(5).index(9), lambda: range(1.5), lambda: l[1.5], lambda: l[::0], lambda: enumerate(5), lambda: zip(5), lambda: zip([1], 5), lambda: list(map(5, [1])), lambda: reversed(5), lambda: reversed({1}), lambda: all(5), lambda: any(None), lambda: next([]), lambda: next(iter([])), lambda: iter(3, 4), lambda: isinstance(1, 'a'), lambda: issubclass(1, int), lambda: callable(), lambda: abs('a'), lambda: divmod(1, 'a'), lambda: pow('a', 2), lambda: round('a'), lambda: int([]), lambda: float([]), lambda: bool(1, 2), lambda: list(1, 2), lambda: dict(1, 2), lambda: print(1, foo=2), lambda: print(1, sep=5), lambda: sorted(), lambda: (lambda x: x)(), lambda: (lambda x, *, y: x)(1), lambda: (lambda: 1)(2), lambda: (lambda a, b, c: 1)(), lambda: (lambda **k: 1)(1), lambda: (lambda a: 1)(1, a=2), lambda: None(), lambda: None[0], lambda: None + 1, lambda: None < 1, lambda: None.x, lambda: ~'a', lambda: -[], lambda: +'a', lambda: [] < {}, lambda: {} < {}, lambda: 1 < 'a', lambda: [1] < ['a'], lambda: (1,) < (1, 'a'), lambda: 1 @ 2, lambda: 1 << 'a', lambda: 'a' // 1, lambda: {} | [], lambda: {1} | [1], lambda: {1} + {2}, lambda: [] & [], lambda: getattr(1, 'x'), lambda: getattr(1, 5), lambda: getattr(1), lambda: hasattr(1), lambda: setattr(1, 'a', 1), lambda: vars(1), lambda: dir(1, 2), lambda: id(), lambda: ord(5), lambda: chr(1.5), lambda: bin('a'), lambda: hex([]), lambda: type(), lambda: type(1, 2), lambda: object(1), lambda: super().x, lambda: complex('a'), lambda: complex(1, 'a'), lambda: memoryview(1)]:
    attempt(f)
def stmt(code):
    try:
        code()
    except Exception as e:
        print(type(e).__name__, '|', e)
def u1(): a, b = 1
def u2(): a, b = [1]
def u3(): a, b = [1, 2, 3]
def u4(): a, *b, c = [1]
def u5(): (a, b), c = [1, 2]
def u6():
    for a, b in [1]: pass
def u7():
    for x in 5: pass
def u9(): l[9] = 1
def u10(): d['a']['b'] = 1
def u11(): t[0] = 1
def u12(): del t[0]
def u13(): del d['zz']
def u14():
    with 5: pass
def u16(): raise 5
def u17(): raise ValueError from 5
def u18():
    for k in d: d[k + 'x'] = 1
def u19(): assert False
def u20(): assert [], 'empty %s' % 1
def u21(): 'abc'[0] = 'x'
def u23(): l[::2] = [1, 2, 3, 4, 5]
def u24(): x = x + 1
def u25(): (lambda: 0).x.y
def u26(): raise StopIteration(3)
def u27():
    def g(): yield 1
    i = g(); next(i); next(i)
def u33(): del (lambda: 0).x
for f in [u1, u2, u3, u4, u5, u6, u7, u9, u10, u11, u12, u13, u14, u16, u17, u18, u19, u20, u21, u23, u24, u25, u26, u27, u33]:
    stmt(f)
d = {'a': 1, 'b': 2}
print(d.keys(), d.values(), d.items(), d | {'c': 3}, list(reversed(d)), d.keys() & {'a'}, d.keys() - {'a'}, d == {'b': 2, 'a': 1}, d.setdefault('z', []), d.popitem(), dict(a=1, **{'b': 2}), dict(zip('ab', [1, 2])), {**d, 'q': 1}, {k: v for k, v in d.items()}, len(d), 'a' in d, d.get('q', 5), dict.fromkeys('ab', 0), d.copy(), repr({}), {1: {2: {3: []}}}, {True: 'a', 1: 'b', 1.0: 'c'})
print(l[::-1], l[-1], l * 2, l + [4], l.count(1), l == [3, 1, 2], [1, 2] < [1, 3], l.copy(), sorted(l, reverse=True), sorted('bA', key=str.lower), [[0] * 2] * 2, list('ab'), l.index(1), slice(1, 5, 2), slice(1, 5, 2).indices(4), range(0, 10, 3), range(10)[2:5], range(5)[::-1], 3 in range(5), range(0) == range(2, 1), len(range(0, 10, 3)), list(range(5, 0, -2)), (1,), (), tuple('ab'), (1, 2) + (3,), 1 in (1, 2))
r = []; r.append(r); print(r); q = {}; q['q'] = q; print(q)
