# technique: an alias of an exception passes the read of obj on to it
# source: reading pyrestrict and GraalPy's library
# goal: read AttributeError.obj
# impact: introspect
import types
try:
    [].nope
except AttributeError as e:
    a = types.GenericAlias(e, ())
    o = a.obj
    if o is not None: escaped(o)
