# technique: writelines() of endless lines, into a buffer of Java's own
# source: own: io's base classes, text over bytes, weak references, base 64
# goal: one pass that no limit ends
# impact: dos
# dos: cpu
# needs: soft-limit
import io, itertools
io.BytesIO().writelines(itertools.repeat(b''))
