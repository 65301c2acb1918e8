# technique: ten million lines of a text over bytes
# source: own: io's base classes, text over bytes, weak references, base 64
# goal: one pass that no limit ends
# impact: dos
# dos: cpu
# needs: soft-limit
import io
for line in io.TextIOWrapper(io.BytesIO(b'\n' * 10_000_000)): pass
