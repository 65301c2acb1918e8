# technique: results of operators and of what does their work in the library, which no guard around an operator asks about any more
# source: own
# goal: more memory in one go than the guest may hold, or an integer of more bits than a product may have
# impact: limit
# dos: memory
import array
import collections
import decimal
import fractions
import functools
import itertools
import math
import operator
import struct

BITS = 1 << 22
big = 1 << 4_000_000


class Whole(int):
    def __mul__(self, other):
        return int.__mul__(self, other)

    __rmul__ = __mul__


class Text(str):
    pass


class Row(list):
    pass


class Index:
    def __index__(self):
        return 10 ** 9


def doubled(value, operation):
    for _ in range(64):
        value = operation(value, value)
    return value


def kept(namespace):
    namespace.n *= namespace.n
    namespace.n **= 3
    return namespace.n


class Namespace:
    n = big


attempts = {
    'int': lambda: big * big,
    'whole': lambda: Whole(big) * Whole(big),
    'reflected': lambda: Whole(big).__rmul__(big),
    'unbound': lambda: int.__rmul__(big, big),
    'bool': lambda: True << BITS * 4,
    'in place': lambda: kept(Namespace()),
    'item in place': lambda: operator.setitem([big], 0, operator.imul(big, big)),
    'power': lambda: pow(big, 5),
    'power of an index': lambda: 3 ** operator.index(Index()),
    'three powers': lambda: (2 ** 2048) ** 2048 ** 2,
    'reduce': lambda: functools.reduce(operator.mul, [big] * 50),
    'prod': lambda: math.prod([big] * 50),
    'sumprod': lambda: math.sumprod([big], [big]),
    'accumulate': lambda: list(itertools.accumulate([big] * 50, operator.mul)),
    'starmap': lambda: list(itertools.starmap(pow, [(3, 10 ** 9)])),
    'doubled': lambda: doubled(big, operator.mul),
    'fraction': lambda: fractions.Fraction(big, 3) ** 50,
    'decimal': lambda: int(decimal.Decimal(10) ** 999999) ** 3,
    'dot': lambda: sum(map(operator.mul, [big], [big])),
    'from bytes': lambda: int.from_bytes(bytearray(10 ** 7) + b'\1', 'little'),
    'from bytes of a view': lambda: int.from_bytes(memoryview(bytes(10 ** 7) + b'\1'), 'little'),
    'from bytes of a list': lambda: int.from_bytes([1] * 10 ** 6, 'big'),
    'from bytes of an array': lambda: int.from_bytes(array.array('B', [1]) * 10 ** 6, 'big'),
    'shifted twice': lambda: (big << 150_000) << 150_000,
    'not': lambda: ~big << BITS,
    'from text': lambda: int('1' * BITS * 2, 2),
    'from hex of a float': lambda: int(float.fromhex('0x1p1023')) ** 5000,
    'bit set by or': lambda: functools.reduce(lambda n, _: n | n << 100_000, range(30), big),
}
repeated = {
    'text': lambda: 'ab' * 10 ** 9,
    'text of a class': lambda: Text('ab') * 10 ** 9,
    'list of a class': lambda: Row([0]) * 10 ** 9,
    'reflected list': lambda: 10 ** 9 * [0],
    'index': lambda: [0] * Index(),
    'tuple': lambda: (0, 1) * 10 ** 9,
    'bytes': lambda: bytearray(b'ab').__imul__(10 ** 9),
    'array': lambda: array.array('d', [0.0]) * 10 ** 9,
    'in place': lambda: [None].__imul__(10 ** 9),
    'slice': lambda: operator.setitem([0], slice(0, 1), [0] * 10 ** 9),
    'extended': lambda: [0].extend([0] * 10 ** 9),
    'star': lambda: [*[0] * 10 ** 9],
    'unpacked': lambda: print(*('a',) * 10 ** 9),
    'joined': lambda: ','.join(['a'] * 10 ** 9),
    'zeros': lambda: struct.pack('1000000000x'),
    'format': lambda: '{:>{w}}'.format('', w=10 ** 9),
    'percent': lambda: '%*d' % (10 ** 9, 1),
    'user': lambda: collections.UserList([0]) * 10 ** 9,
    'user text': lambda: collections.UserString('ab') * 10 ** 9,
}
for name, attempt in attempts.items():
    try:
        made = attempt()
    except (MemoryError, OverflowError, ArithmeticError, ValueError, TypeError) as e:
        continue
    if isinstance(made, list):
        made = made[-1]
    bits = abs(made.numerator if isinstance(made, fractions.Fraction) else made or 0).bit_length()
    if bits > BITS + 1:
        escaped(f'{name}: {bits} bits')
for name, attempt in repeated.items():
    try:
        attempt()
    except (MemoryError, OverflowError, ValueError, struct.error):
        continue
    escaped(f'{name} was made')
