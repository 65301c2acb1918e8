# technique: writelines() of endless lines, into a guest's stream
# source: own: io's base classes, text over bytes, weak references, base 64
# goal: one pass that no limit ends
# impact: dos
# dos: cpu
# needs: soft-limit
import io, itertools
class R(io.IOBase):
    def write(self, n): return None
R().writelines(itertools.repeat(b'x'))
