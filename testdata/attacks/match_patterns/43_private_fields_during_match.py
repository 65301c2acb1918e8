# technique: a class gets its __match_args__ while a match that names it goes on, after the guard has looked
# source: reading pyrestrict and GraalPy's library
# goal: read a private attribute of a library's object
# impact: introspect
import abc, dataclasses, queue
class C(abc.ABC):
    _put: int
C.register(queue.Queue)
class Trigger:
    def __eq__(self, other):
        dataclasses.dataclass(C)
        return False
    __hash__ = None
class V:
    t = Trigger()
match queue.Queue():
    case V.t:
        pass
    case C(private):
        escaped(private)
