# technique: readall() of a stream whose readinto() always finds something
# source: own: io's base classes, text over bytes, weak references, base 64
# goal: one pass that no limit ends
# impact: dos
# dos: cpu
# needs: soft-limit
import io
class R(io.RawIOBase):
    def readable(self): return True
    def readinto(self, b): return 5
R().readall()
