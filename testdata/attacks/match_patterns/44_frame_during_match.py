# technique: a base gets __match_args__ with a frame's name while a match goes on; the class is registered with the type of generators
# source: reading pyrestrict and GraalPy's library
# goal: reach a frame
# impact: introspect
import abc, dataclasses
class F(dataclasses.Field):
    name = property(lambda s: 'gi_frame', lambda s, v: None)
f = F(dataclasses.MISSING, dataclasses.MISSING, True, True, None, True, None, False)
class B:
    pass
class C(B, abc.ABC):
    pass
class D:
    x: int = f
def g(): yield
C.register(type(g()))
class Trigger:
    def __eq__(self, other):
        # C has been looked at and has none: it inherits now
        B.x = f
        B.__annotations__ = {'x': int}
        dataclasses.dataclass(B, init=False, repr=False, eq=False)
        return False
    __hash__ = None
class V:
    t = Trigger()
match g():
    case V.t:
        pass
    case C(frame):
        escaped(frame)
