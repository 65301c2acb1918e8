import dataclasses
@dataclasses.dataclass(order=True, frozen=True)
class P:
    _a: int
    b: int = 2
    __c: int = 3
class Q(P): pass
print(P(1), P(1) == P(1), P(1) < P(2), hash(P(1)) == hash(P(1)), Q(1), Q(1) == P(1))
@dataclasses.dataclass
class E: pass
print(E(), E() == E())
@dataclasses.dataclass(slots=True)
class S:
    _x: int = dataclasses.field(default_factory=int, repr=True)
print(S(), S(1) == S(1), S(2) != S(1), dataclasses.asdict(S(3)), dataclasses.replace(S(3), _x=4))
