"""Operations that have no end, or no memory, are refused before they begin; none of them is done."""
import decimal
import math
import random
import re
import unicodedata


def attempts():
    big = (1 << 4_000_000) - 1
    yield lambda: bytes(2 * 10 ** 9)
    yield lambda: bytearray(2 * 10 ** 9)
    yield lambda: f'{1:2000000000}'
    yield lambda: '%2000000000d' % 1
    yield lambda: format(1.5, '.2000000000f')
    yield lambda: format(1.5, '.100000000f')
    yield lambda: '%.100000000f' % 1e-300
    yield lambda: float.fromhex('0x' + 'f' * 60_000_000)
    yield lambda: (1).to_bytes(2 * 10 ** 9)
    yield lambda: int('f' * 10 ** 7, 16)
    yield lambda: int.from_bytes(b'\xff' * 10 ** 8)
    yield lambda: float('1' * 10 ** 7)
    yield lambda: math.gcd(big, big - 2)
    yield lambda: pow(3, big, big - 2)
    yield lambda: pow(3, -1, big)
    yield lambda: big * big * big
    yield lambda: 3 ** 10 ** 8
    yield lambda: 1 << 10 ** 9
    yield lambda: hex(big)
    yield lambda: math.factorial(10 ** 7)
    yield lambda: random.randbytes(2 * 10 ** 9)
    yield lambda: random.getrandbits(2 * 10 ** 9)
    yield lambda: int(decimal.Decimal('1e9999999'))
    yield lambda: decimal.Decimal('1e-9999999').as_integer_ratio()
    yield lambda: ('a' * 10 ** 6).replace('a', 'b' * 10 ** 5)
    yield lambda: ('a' * 10 ** 7).join(['b'] * 10 ** 5)
    yield lambda: ('\u0130' * 10 ** 7).lower()
    yield lambda: ('\u0130' * 10 ** 7).upper()
    yield lambda: ('\u0130' * 10 ** 7).casefold()
    yield lambda: unicodedata.normalize('NFKC', '\u1e9b\u0323' * 10 ** 7)
    yield lambda: unicodedata.is_normalized('NFKC', '\u1e9b\u0323' * 10 ** 7)
    yield lambda: unicodedata.normalize('NFD', '\u0315\u0316' * 10 ** 5)
    yield lambda: unicodedata.normalize('NFKD', '\u0315\uff9e' * 10 ** 5)
    yield lambda: round(1, -100_000_000)
    yield lambda: round(10 ** 30, -100_000_000)
    yield lambda: re.compile('a' * 10 ** 6)
    yield lambda: re.compile('a' * 32_768)
    yield lambda: re.compile(b'a' * 40_000)
    yield lambda: re.compile(b'a' * 10 ** 6)
    yield lambda: re.sub('(?:' * 3000 + 'a' + '){2}' * 3000, '', 'aaa')


for number, attempt in enumerate(attempts()):
    try:
        attempt()
        print(number, 'was done')
    except (MemoryError, OverflowError, ValueError):
        pass
