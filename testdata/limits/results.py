"""Each makes one result of a little more than two megabytes, and what comes before it has less."""
import array
import io
import itertools
import json


def attempts():
    text = 'a' * 2 ** 20
    numbers = [*range(200_000)]
    yield lambda: text * 3
    yield lambda: text + text + text
    yield lambda: ''.join([text, text, text])
    yield lambda: f'{text}{text}{text}'
    yield lambda: text.replace('a', 'abc')
    yield lambda: text.ljust(3 * 2 ** 20)
    yield lambda: bytes(3 * 2 ** 20)
    yield lambda: bytearray(3 * 2 ** 20)
    yield lambda: text.encode('utf-16') + text.encode()
    yield lambda: [0] * 300_000
    yield lambda: numbers + numbers
    yield lambda: (None,) * 300_000
    yield lambda: list(range(300_000))
    yield lambda: [str(n) for n in range(300_000)]
    yield lambda: set(map(str, range(300_000)))
    yield lambda: dict.fromkeys(range(300_000))
    yield lambda: list(itertools.repeat(None, 300_000))
    yield lambda: array.array('d', [0.0]) * 300_000
    yield lambda: json.dumps([text, text, text])
    yield lambda: io.StringIO().write(text * 2 + text)


for number, attempt in enumerate(attempts()):
    try:
        attempt()
        print(number, 'was done')
    except MemoryError:
        pass
