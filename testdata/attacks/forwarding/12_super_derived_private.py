# technique: a class derived from super: its __getattribute__ reads from the object behind it
# source: reading pyrestrict and GraalPy's library
# goal: read a private attribute of a library's object
# impact: introspect
import textwrap
class S(super):
    pass
q = textwrap.TextWrapper()
s = S(textwrap.TextWrapper, q)
g = s.__getattribute__
escaped(g('_wrap_chunks'))
