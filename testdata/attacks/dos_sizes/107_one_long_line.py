# technique: the lines of a text that has one, and the checksums of as many bytes: each is one pass of Java's
# source: own
# goal: the half of a second in which nothing stops the guest
# impact: dos
# dos: cpu
# needs: soft-limit
import binascii
import zlib

text, many = 'a' * 120_000_000, bytes(120_000_000)
while True:
    text.splitlines()
    zlib.crc32(many)
    zlib.crc32(many, 1)
    zlib.adler32(many)
    binascii.crc32(many)
    binascii.crc_hqx(many, 0)
