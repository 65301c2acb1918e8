# technique: objects that go, each with a function to be called
# source: own: io's base classes, text over bytes, weak references, base 64
# goal: one pass that no limit ends
# impact: dos
# dos: cpu
# needs: soft-limit
import weakref
class A: pass
def note(_): held.append(1)
held = []
while True: held = [weakref.ref(A(), note) for _ in range(10_000)]
