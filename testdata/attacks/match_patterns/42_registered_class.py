# technique: a library's class is registered with the guest's ABC: a class pattern reads private names from its instances
# source: reading pyrestrict and GraalPy's library
# goal: read a private attribute of a library's object
# impact: introspect
import abc, random, queue
class E(abc.ABC):
    __match_args__ = ('_put',)
E.register(queue.Queue)
match queue.Queue():
    case E(m):
        escaped(m)
