# technique: a class derived from types.GenericAlias is the guest's own and passes reads on to a library's object
# source: reading pyrestrict and GraalPy's library
# goal: read a private attribute of a library's object
# impact: introspect
import types, warnings
class G(types.GenericAlias):
    pass
g = G(warnings.catch_warnings(), ())
escaped(g._module)
