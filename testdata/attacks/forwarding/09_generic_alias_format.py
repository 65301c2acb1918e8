# technique: an alias of a text passes the read of format on to it
# source: reading pyrestrict and GraalPy's library
# goal: read __globals__ through a format field
# impact: introspect
import types
def f(): pass
a = types.GenericAlias('{0.__globals__}', ())
s = a.format(f)
if 'getattr' in s: escaped(s)
