# technique: readline() of a stream that reads one byte after another, none the last
# source: own: io's base classes, text over bytes, weak references, base 64
# goal: one pass that no limit ends
# impact: dos
# dos: cpu
# needs: soft-limit
import io
class R(io.IOBase):
    def read(self, n=-1): return b'x'
R().readline()
