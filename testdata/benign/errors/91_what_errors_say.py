import zlib
from datetime import date, datetime, timezone

CASES = {
    'empty list': lambda: [].pop(),
    'far pop': lambda: [1].pop(5),
    'remove': lambda: [1, 2].remove(3),
    'modulo': lambda: 5 % 0,
    'division': lambda: 5 // 0,
    'true division': lambda: 5 / 0,
    'int of a list': lambda: int([]),
    'unary': lambda: -'x',
    'bytes': lambda: bytes([300]),
    'day': lambda: date(2023, 2, 29),
    'datetime day': lambda: datetime(2023, 4, 31),
    'naive and aware': lambda: datetime(2024, 1, 1) < datetime(2024, 1, 1, tzinfo=timezone.utc),
    'encoding': lambda: 'a'.encode('nope'),
    'start byte': lambda: b'\xff'.decode(),
    'continuation byte': lambda: b'\xc3('.decode(),
    'end of data': lambda: b'ab\xe2\x82'.decode(),
    'surrogate': lambda: '\ud800'.encode(),
    'zlib': lambda: zlib.decompress(b'not compressed'),
    'truncated': lambda: zlib.decompress(zlib.compress(b'x' * 100)[:-4]),
}
for name, case in CASES.items():
    try:
        print(name, 'gives', case())
    except Exception as e:
        print(f'{name}: {type(e).__name__}: {e}')


def early():
    print(later)
    later = 1


try:
    early()
except UnboundLocalError as e:
    print(e)
