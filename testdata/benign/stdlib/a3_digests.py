# features: blake2 with options, hexlify with separators
# imports: hashlib, binascii, hmac
import binascii, hashlib
print(hashlib.blake2b(b'x', digest_size=4).hexdigest(), hashlib.blake2b(digest_size=16).hexdigest(), hashlib.blake2s(b'k', digest_size=8).hexdigest())
print(hashlib.blake2b(b'msg', key=b'secret', digest_size=20).hexdigest(), hashlib.blake2b(b'm', salt=b's', person=b'p').hexdigest(), hashlib.blake2s(b'm', key=b'k').hexdigest())
h = hashlib.blake2b(key=b'pseudorandom key', digest_size=16)
h.update(b'message data')
print(h.hexdigest(), h.name, h.digest_size, h.block_size, len(h.digest()))
other = h.copy()
other.update(b'x' * 300)
print(h.hexdigest() == other.hexdigest(), other.hexdigest())
for f in [lambda: hashlib.blake2b(digest_size=65), lambda: hashlib.blake2b(digest_size=0), lambda: hashlib.blake2s(key=b'x' * 33), lambda: hashlib.blake2b('text', digest_size=4), lambda: hashlib.blake2b(salt=b'x' * 17), lambda: hashlib.blake2b(b'').hexdigest()[:9]]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(binascii.hexlify(b'\xb9\x01\xef', '-'), binascii.b2a_hex(b'\xb9\x01\xef', b'_', 2), binascii.b2a_hex(b'\xb9\x01\xef', b' ', -2), binascii.hexlify(b'ab'))
def fingerprint(*parts):
    d = hashlib.blake2s(digest_size=5)
    for part in parts:
        d.update(str(part).encode())
    return d.hexdigest()
print([fingerprint('a', n) for n in range(3)])
