# Trusted code, run when a guest first imports random. Many random bytes at once are made in parts.
def members(guard, with_long_ranges):
    import operator
    import random

    at_once = 1 << 16

    def randbytes(self, n):
        # An integer of all their bits may be too large; words follow each other as they do in it, the lowest first.
        n = int.__add__(operator.index(n), 0)
        if n <= at_once:
            return self.getrandbits(n * 8).to_bytes(n, 'little')
        # Too many are refused here, before the first is made.
        made = bytearray(n)
        for start in range(0, n, at_once):
            size = min(at_once, n - start)
            made[start:start + size] = self.getrandbits(size * 8).to_bytes(size, 'little')
        return bytes(made)

    random.Random.randbytes = randbytes
    with_long_ranges()
    long_range = guard['long_range']

    def length_of(population):
        """GraalPy's len() ends where Java's does."""
        if type(population) is long_range:
            step = population.step
            return (population.stop - population.start + step - (1 if step > 0 else -1)) // step
        return len(population)

    random.__dict__['len'] = length_of
    return {'randbytes': random._inst.randbytes}
