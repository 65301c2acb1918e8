# technique: compressors, of which the heap holds some bytes each, and the memory outside of it hundreds of thousands
# source: own
# goal: the memory of the machine, which no limit of a heap counts
# impact: dos
# dos: memory
import zlib

held = []
try:
    while len(held) < 100_000:
        held.append(zlib.compressobj())
    escaped(len(held))
except MemoryError:
    pass
