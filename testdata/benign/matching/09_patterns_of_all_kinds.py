# features: pattern matching of all kinds
# imports: dataclasses, enum, collections
from dataclasses import dataclass
from enum import Enum
from collections import OrderedDict, deque, namedtuple, Counter
@dataclass
class Point:
    x: int
    y: int
class Shape:
    __match_args__ = ('kind', 'size')
    def __init__(self, kind, size): self.kind, self.size = kind, size
class Color(Enum):
    RED = 1
    BLUE = 2
P = namedtuple('P', 'a b')
LIMIT = 10
class K:
    MAX = 99
def d(v):
    match v:
        case None: return 'none'
        case True | False: return f'bool {v}'
        case 0 | 1: return 'small'
        case K.MAX: return 'max'
        case -1: return 'minus one'
        case 1.5: return 'float'
        case 1+2j: return 'complex'
        case 'a' 'b': return 'ab'
        case b'x': return 'bytes'
        case Color.RED: return 'red'
        case Color(value=n): return f'color {n}'
        case Point(x=0, y=0): return 'origin'
        case Point(0, y): return f'on y at {y}'
        case Point(x, y) if x == y: return f'diagonal {x}'
        case Point(): return 'point'
        case Shape('circle' as k, size): return f'{k} {size}'
        case P(a, b): return f'P {a} {b}'
        case int(n) if n > LIMIT: return f'big {n}'
        case int(): return 'int'
        case float(f): return f'float {f}'
        case str(s) if s.startswith('cmd '): return s[4:]
        case str(): return 'str'
        case []: return 'empty'
        case [x]: return f'one {x}'
        case ['go', ('north' | 'south') as where]: return f'go {where}'
        case [1, [2, [3, *rest]], *_]: return f'nested {rest}'
        case [Point(x=px), *others] if others: return f'points from {px}'
        case (first, *middle, last): return f'{first}..{last} with {len(middle)}'
        case {'type': 'user', 'name': str(name), **rest}: return f'user {name} {rest}'
        case {'items': [{'id': i}, *_]}: return f'item {i}'
        case {1: _, 2: two}: return f'two {two}'
        case {}: return 'mapping'
        case set() | frozenset(): return 'a set'
        case _: return 'other'
for v in [None, True, 0, 99, -1, 1.5, 1 + 2j, 'ab', b'x', Color.RED, Color.BLUE, Point(0, 0), Point(0, 5), Point(3, 3), Point(1, 2), Shape('circle', 4), Shape('square', 1), P(1, 2), 50, 5, 2.25, 'cmd run', 'zzz', [], [7], ['go', 'north'], ['go', 'up'], [1, [2, [3, 4, 5]], 6], [Point(9, 9), 1], (1, 2, 3), range(4), {'type': 'user', 'name': 'ann', 'age': 3}, {'items': [{'id': 4}, 2]}, {1: 'a', 2: 'b'}, {}, Counter('a'), {1, 2}, object, 'x' * 2, bytearray(b'q')]:
    print(d(v))
match (1, 2):
    case (a, b) as pair:
        print(a, b, pair)
match {'a': {'b': [1, {'c': 5}]}}:
    case {'a': {'b': [_, {'c': c}]}}:
        print(c)
def fact(n):
    match n:
        case 0 | 1: return 1
        case _: return n * fact(n - 1)
print(fact(10))
match 5:
    case x if x > 10: print('big')
    case x: print('fall', x)
try:
    match Point(1, 2):
        case Point(1, 2, 3): pass
except TypeError as e:
    print(e)
try:
    match 5:
        case int(1, 2): pass
except TypeError as e:
    print(e)
try:
    match Shape('a', 1):
        case Shape(kind='a', size=1, missing=2): print('no')
        case Shape('a', size=2): print('no')
except TypeError as e:
    print(e)
class NoArgs: pass
try:
    match NoArgs():
        case NoArgs(1): pass
except TypeError as e:
    print(e)
match 'hello':
    case str(x) | int(x): print(x)
command = 'move 10 20'
match command.split():
    case ['move', x, y]: print(int(x) + int(y))
match [1, 2, 3, 4]:
    case [_, *_, z]: print(z)
match = 3
case = 4
type = 5
print(match + case + type, [match for match in range(2)])
