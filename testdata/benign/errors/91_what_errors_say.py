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
    'hour': lambda: datetime(2024, 1, 1, 25),
    'year': lambda: date(0, 1, 1),
    'month': lambda: date(2024, 13, 1),
    'class': lambda: (date.__module__, type(date(2024, 1, 1)), datetime(2024, 1, 2).isocalendar()),
    'replaced': lambda: date(2024, 2, 29).replace(year=2023),
    'iso month': lambda: date.fromisoformat('2024-13-01'),
    'iso day': lambda: date.fromisoformat('2023-02-29'),
    'iso year': lambda: date.fromisoformat('0000-01-01'),
    'iso words': lambda: date.fromisoformat('yesterday'),
    'iso empty': lambda: date.fromisoformat(''),
    'iso type': lambda: date.fromisoformat(5),
    'iso hour': lambda: datetime.fromisoformat('2024-01-01T25:00'),
    'iso minute': lambda: datetime.fromisoformat('2024-01-01 10:60:00'),
    'iso time': lambda: datetime.fromisoformat('2024-01-01Tx'),
    'iso slashes': lambda: datetime.fromisoformat('2024/01/01'),
    'iso right': lambda: (datetime.fromisoformat('2024-01-01T10:00:00Z'), date.fromisoformat('20240101')),
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
