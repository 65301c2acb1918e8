# technique: a key of a hundred million bytes, which is hashed in one operation of Java's
# source: own
# goal: the quarter of a second in which nothing stops the guest
# impact: dos
# dos: cpu
# needs: soft-limit
import hashlib
import hmac

for name in 'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512':
    for length in 8, 71, 72, 73, 1 << 20, (1 << 20) + 1:
        key = bytes(range(256)) * (length // 256) + bytes(length % 256)
        block = hashlib.new(name).block_size
        padded = (hashlib.new(name, key).digest() if length > block else key).ljust(block, b'\0')
        inner = hashlib.new(name, bytes(b ^ 0x36 for b in padded) + b'text').digest()
        expected = hashlib.new(name, bytes(b ^ 0x5c for b in padded) + inner).digest()
        if hmac.digest(key, b'text', name) != expected or hmac.new(key, b'text', name).digest() != expected:
            escaped(f'{name} of a key of {length} bytes')
key = bytes(100_000_000)
while True:
    hmac.digest(key, b'', 'sha3_512')
