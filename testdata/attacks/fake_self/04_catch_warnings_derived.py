# technique: a class derived from a library's is the guest's own, so that private attributes its instances got from the library are too
# source: reading pyrestrict and GraalPy's library
# goal: reach the real module warnings, and sys behind it
# impact: exec
# technique: x
import warnings
class C(warnings.catch_warnings):
    pass
c = C()
m = c._module
escaped(m.sys)
