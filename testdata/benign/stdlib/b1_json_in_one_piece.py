import json
class D(dict):
    def items(self):
        return iter([('a', 1), ('b', [2])])
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        if isinstance(o, complex): return {'re': o.real, 'im': o.imag}
        return super().default(o)
data = {'x': [1, 2.5, -0.0, float('inf'), None, True, False, 'é"\n', (), [], {}, (1,), {'k': {}}], 1: 'one', 2.5: 'f', None: 'n', True: 't', 10**30: 10**40, 'D': D(z=1)}
for kw in [{}, {'indent': 2}, {'indent': '\t'}, {'indent': 0}, {'indent': 1, 'separators': (',', ':')}, {'ensure_ascii': False, 'indent': 1}]:
    print(json.dumps(data, **kw))
print(json.dumps({'b': 1, 'a': {'z': 1, 'y': [3, 2]}}, sort_keys=True, indent=3))
print(json.dumps({(1, 2): 3, 'a': 4}, skipkeys=True, indent=1), json.dumps({(1, 2): 3}, skipkeys=True, indent=1), json.dumps({(1, 2): 3}, skipkeys=True))
print(json.dumps([{1, 2}, 3j, {'s': {5}}], cls=E, indent=1))
print(list(json.JSONEncoder(indent=1).iterencode([1, {'a': [2]}])))
class L(list):
    def __bool__(self): return True
print(repr(json.dumps(L(), indent=1)), json.dumps([L(), {}], indent=1))
for bad in [lambda: json.dumps({(1,): 2}, indent=1), lambda: json.dumps([object], indent=1, default=None), lambda: json.dumps(float('nan'), allow_nan=False, indent=1), lambda: json.dumps({'a': 1, 1: 2}, sort_keys=True, indent=1), lambda: json.dumps([1j], indent=1)]:
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
l = []; l.append(l)
d = {}; d['d'] = [d]
for c in l, d:
    try: json.dumps(c, indent=1)
    except ValueError as e: print(e)
deep = []
for i in range(100000): deep = [deep]
try: json.dumps(deep, indent=None, check_circular=False); print('?')
except RecursionError as e: print('RecursionError')
import io
f = io.StringIO(); json.dump(data, f, indent=2, sort_keys=False); print(len(f.getvalue()))
from enum import IntEnum, StrEnum
class C(IntEnum): A = 1
class S(StrEnum): A = 'a'
print(json.dumps({S.A: C.A, C.A: S.A}, indent=1))
