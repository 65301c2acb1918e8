# technique: readlines() of a stream that always has one more
# source: own: io's base classes, text over bytes, weak references, base 64
# goal: one pass that no limit ends
# impact: dos
# dos: cpu
# needs: soft-limit
import io
class R(io.TextIOBase):
    def readline(self, n=-1): return 'x\n'
R().readlines()
