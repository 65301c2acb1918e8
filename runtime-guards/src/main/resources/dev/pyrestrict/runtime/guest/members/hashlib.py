# Trusted code, run when a guest first imports hashlib. Hashes that Java knows, and those of RFC 7693 with the parameters that it has not; work that nothing stops is bounded.
def members(read, exact, named, explained, known_hashes):
    import hashlib
    import operator

    def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
        # Nothing stops it once it has begun: numbers have to be what they seem.
        iterations = int.__add__(operator.index(iterations), 0)
        dklen = dklen if dklen is None else int.__add__(operator.index(dklen), 0)
        hash_name = known_hash(hash_name)
        blocks = 1 if dklen is None else -(-dklen // (hashlib.new(hash_name).digest_size or 1))
        if iterations > 1_000_000 or iterations * blocks > 2_000_000:
            raise ValueError('pbkdf2_hmac: more than 1,000,000 iterations')
        return explained(hashlib.pbkdf2_hmac, hash_name, password, salt, iterations, dklen)

    def known_hash(name):
        name = exact(name, 'a hash name')
        if name.lower().replace('-', '_') not in known_hashes:
            raise ValueError(f'unsupported hash type {name}')
        return name

    def blake2b(data=b'', /, *, digest_size=64, key=b'', salt=b'', person=b'', usedforsecurity=True):
        return blake2(hashlib.blake2b, blake2b_shape, data, digest_size, (key, salt, person))

    def blake2s(data=b'', /, *, digest_size=32, key=b'', salt=b'', person=b'', usedforsecurity=True):
        return blake2(hashlib.blake2s, blake2s_shape, data, digest_size, (key, salt, person))

    # The bits of a word, rounds, rotations and the first state, as RFC 7693 has them.
    blake2b_shape = ('blake2b', 64, 12, (32, 24, 16, 63), (
        0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
        0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179))
    blake2s_shape = ('blake2s', 32, 10, (16, 12, 8, 7), tuple([word >> 32 for word in blake2b_shape[4]]))
    orders = [[int(place, 16) for place in row] for row in (
        '0123456789abcdef', 'ea489fd61c02b753', 'b8c052fdae367194', '7931dcbe265a40f8', '905724afe1bc683d',
        '2c6a0b834d75fe19', 'c51fed4a0763928b', 'db7ec13950f4862a', '6fe9b308c2d714a5', 'a2847615fb9e3cd0')]

    def blake2(make, shape, data, digest_size, options):
        """GraalPy's has no digests of other sizes, no keys and no salts."""
        name, bits = shape[:2]
        digest_size = operator.index(digest_size)
        if not 1 <= digest_size <= bits:
            raise ValueError(f'digest_size must be between 1 and {bits} bytes')
        options = [octets(option) for option in options]
        for what, option, longest in zip(('key', 'salt', 'person'), options, (bits, bits // 4, bits // 4)):
            if len(option) > longest:
                raise ValueError(f'maximum {what} length is {longest} bytes')
        if digest_size == bits and not any(options):
            return make(data)
        made = Blake2(shape, digest_size, *options)
        made.update(data)
        return made

    def octets(data):
        if isinstance(data, str):
            raise TypeError('Strings must be encoded before hashing')
        with memoryview(data) as view:
            return view.tobytes()

    class Blake2:
        __slots__ = ('_shape', '_size', '_state', '_rest', '_done')

        def __init__(self, shape, size, key, salt, person):
            bits, state = shape[1], shape[4]
            quarter = bits // 4
            parameters = bytes([size, len(key), 1, 1]).ljust(2 * quarter, b'\0') + salt.ljust(quarter, b'\0') + person.ljust(quarter, b'\0')
            self._shape, self._size, self._done = shape, size, 0
            self._state = [word ^ part for word, part in zip(state, words(parameters, bits))]
            self._rest = key.ljust(2 * bits, b'\0') if key else b''

        @property
        def name(self):
            return self._shape[0]

        @property
        def digest_size(self):
            return self._size

        @property
        def block_size(self):
            return 2 * self._shape[1]

        def update(self, data, /):
            block = 2 * self._shape[1]
            rest = self._rest + octets(data)
            start = 0
            while len(rest) - start > block:
                self._done += block
                self._state = compressed(self._shape, self._state, rest[start:start + block], self._done, False)
                start += block
            self._rest = rest[start:]

        def digest(self):
            shape, rest = self._shape, self._rest
            state = compressed(shape, self._state, rest.ljust(2 * shape[1], b'\0'), self._done + len(rest), True)
            return b''.join([word.to_bytes(shape[1] // 8, 'little') for word in state])[:self._size]

        def hexdigest(self):
            return self.digest().hex()

        def copy(self):
            made = Blake2(self._shape, self._size, b'', b'', b'')
            made._state, made._rest, made._done = self._state, self._rest, self._done
            return made

    for method in (Blake2.update, Blake2.digest, Blake2.hexdigest, Blake2.copy):
        method.__qualname__ = 'Blake2.' + method.__name__
        method.__module__ = 'hashlib'
    Blake2.__module__, Blake2.__qualname__ = 'hashlib', 'Blake2'

    def words(data, bits):
        return [int.from_bytes(data[i:i + bits // 8], 'little') for i in range(0, len(data), bits // 8)]

    def compressed(shape, state, block, done, is_last):
        _, bits, rounds, (first, second, third, fourth), begin = shape
        mask = (1 << bits) - 1
        m = words(block, bits)
        v = [*state, *begin]
        v[12] ^= done & mask
        v[13] ^= done >> bits
        if is_last:
            v[14] ^= mask

        def mix(a, b, c, d, x, y):
            for value, one, other in ((x, first, second), (y, third, fourth)):
                v[a] = v[a] + v[b] + value & mask
                v[d] = turned(v[d] ^ v[a], one)
                v[c] = v[c] + v[d] & mask
                v[b] = turned(v[b] ^ v[c], other)

        def turned(word, by):
            return (word >> by | word << bits - by) & mask

        for number in range(rounds):
            s = orders[number % 10]
            for i in range(4):
                mix(i, i + 4, i + 8, i + 12, m[s[2 * i]], m[s[2 * i + 1]])
            for i in range(4):
                mix(i, (i + 1) % 4 + 4, (i + 2) % 4 + 8, (i + 3) % 4 + 12, m[s[2 * i + 8]], m[s[2 * i + 9]])
        return [word ^ v[i] ^ v[i + 8] for i, word in enumerate(state)]

    class Shake:
        """GraalPy's has a digest of one length. Shorter ones are what it begins with."""
        __slots__ = ('_machine', '_most')

        def __init__(self, machine, most):
            self._machine, self._most = machine, most

        @property
        def name(self):
            return self._machine.name

        @property
        def digest_size(self):
            return 0

        @property
        def block_size(self):
            return self._machine.block_size

        def update(self, data, /):
            explained(self._machine.update, data)

        def digest(self, length, /):
            length = int.__add__(operator.index(length), 0)
            if length < 0:
                raise ValueError('value must be positive')
            if length > self._most:
                raise ValueError(f'digests of {self._machine.name} have no more than {self._most} bytes here')
            return self._machine.digest(self._most)[:length]

        def hexdigest(self, length, /):
            return self.digest(length).hex()

        def copy(self):
            return Shake(self._machine.copy(), self._most)

    for method in (Shake.update, Shake.digest, Shake.hexdigest, Shake.copy):
        method.__qualname__ = 'Shake.' + method.__name__
        method.__module__ = 'hashlib'
    Shake.__module__, Shake.__qualname__ = 'hashlib', 'Shake'

    def shake_128(data=b'', /, *, usedforsecurity=True):
        return Shake(explained(hashlib.shake_128, data), 32)

    def shake_256(data=b'', /, *, usedforsecurity=True):
        return Shake(explained(hashlib.shake_256, data), 64)

    shakes = {'shake_128': shake_128, 'shake_256': shake_256}

    def new(name, data=b'', **options):
        shake = shakes.get(known_hash(name).lower().replace('-', '_'))
        if shake is not None:
            return shake(data, **options)
        return explained(hashlib.new, known_hash(name), data, **options)

    def file_digest(fileobj, digest, /, *, _bufsize=1 << 18):
        made = new(digest) if issubclass(type(digest), str) else digest()
        update = read(made, 'update')
        whole = read(fileobj, 'getbuffer', None)
        if whole is not None:
            update(whole())
            return made
        read_into = read(fileobj, 'readinto', None)
        if read_into is None:
            raise ValueError(f'{fileobj!r} is not a file-like object in binary reading mode.')
        part = bytearray(_bufsize)
        while size := read_into(part):
            update(memoryview(part)[:size])
        return made

    return named('hashlib', {'file_digest': file_digest, 'pbkdf2_hmac': pbkdf2_hmac, 'blake2b': blake2b, 'blake2s': blake2s, **shakes, 'new': new})
