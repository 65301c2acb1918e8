# technique: enum.property reads a name from an object, and both are the guest's choice
# source: reading pyrestrict and GraalPy's library
# goal: read __globals__ of a function
# impact: introspect
import enum
def f(): pass
class P(enum.property):
    _attr_type = 'attr'
    _cls_type = f
p = P()
p.__set_name__(None, '__globals__')
class X:
    y = p
escaped(p.__get__(X(), X))
