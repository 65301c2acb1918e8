"""Compressors take most of their memory where no heap is: a guest may not have many, and may make as many as it likes."""
import zlib

text = b'some text ' * 20
for _ in range(3_000):
    zlib.compress(text)
for _ in range(1_500):
    zlib.compressobj()
small = zlib.compress(text)
for _ in range(6_000):
    zlib.decompress(small)
for make in (zlib.compressobj, zlib.decompressobj, lambda: zlib.decompressobj(31)):
    held = []
    try:
        while len(held) < 20_000:
            held.append(make())
            if make is not zlib.compressobj:
                held[-1].decompress(small[:4] if make is zlib.decompressobj else b'\x1f\x8b\x08' + bytes(8))
        print(make, len(held))
    except MemoryError:
        pass
