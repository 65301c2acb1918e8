# technique: a hash of many bytes and many random bytes are one operation of Java's
# source: own; every callable of every module with everything large
# goal: longer than the limit
# impact: dos
import hashlib
import hmac
import secrets

data = bytes(60_000_000)
while True:
    for name in ('sha3_256', 'sha3_512', 'shake_128', 'sha1', 'md5', 'sha512'):
        hashlib.new(name, data)
        made = getattr(hashlib, name)()
        made.update(data)
    hmac.new(b'key', data, 'sha512')
    secrets.randbits(400_000_000)
