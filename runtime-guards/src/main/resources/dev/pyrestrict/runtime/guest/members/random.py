# Trusted code. Many random bytes at once are made in parts.
def members(with_long_ranges):
    import operator
    import random

    def randbytes(self, n):
        # An integer of all their bits may be too large; words follow each other as they do in it, the lowest first.
        n, at_once = int.__add__(operator.index(n), 0), 1 << 16
        sizes = [at_once] * (n // at_once) + [n % at_once] if n > at_once else [n]
        return b''.join([self.getrandbits(size * 8).to_bytes(size, 'little') for size in sizes])

    random.Random.randbytes = randbytes
    with_long_ranges()
    return {'randbytes': random._inst.randbytes}
