# features: class patterns whose attributes are not there
# imports: types, dataclasses
from types import SimpleNamespace as N
from dataclasses import dataclass
class Circle:
    __match_args__ = ('radius',)
    def __init__(self, radius): self.radius = radius
class Square:
    def __init__(self, side): self.side = side
@dataclass
class Event:
    kind: str
class Half:
    __match_args__ = ('kind', 'size')
    def __init__(self): self.kind = 'half'
class Lazy:
    @property
    def value(self): raise AttributeError('not yet')
    def __getattr__(self, name):
        if name == 'dynamic': return 7
        raise AttributeError(name)
class Broken:
    @property
    def value(self): raise ValueError('broken')
def area(o):
    match o:
        case object(radius=r): return f'circle {r}'
        case object(side=s, name=n): return f'named {n} {s}'
        case object(side=s): return f'square {s}'
        case Half('half', size): return f'half {size}'
        case Half(): return 'half without size'
        case Lazy(value=v): return f'value {v}'
        case Lazy(dynamic=d): return f'dynamic {d}'
        case Event(kind='a', missing=_): return 'never'
        case Event('a'): return 'event a'
        case Broken(value=v): return 'no'
        case _: return 'unknown'
for o in [Circle(1), Square(2), N(side=3, name='n'), Half(), Lazy(), Event('a'), Event('b'), 5, None, [1]]:
    print(area(o))
try:
    area(Broken())
except ValueError as e:
    print(e)
half = Half()
half.size = 9
print(area(half))
def handle(message):
    match message:
        case N(type='login', user=N(name=name)): return f'hello {name}'
        case N(type='login'): return 'who?'
        case N(error=e) | N(exception=e): return f'failed {e}'
    return 'nothing'
print(handle(N(type='login', user=N(name='ann'))), handle(N(type='login', user=N())), handle(N(exception='x')), handle(N()))
try:
    match Circle(1):
        case Circle(1, 2): pass
except TypeError as e:
    print(e)
