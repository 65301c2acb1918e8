# technique: operations on which GraalPy fails inside of itself, or cannot say what failed
# goal: an end of the guest that it can't catch, where CPython raises an exception
# impact: limit
import array
import random


class Liar:
    def __float__(self):
        return 'x'


attempts = [
    (TypeError, lambda: bytearray(None)), (TypeError, lambda: array.ArrayType.append(1, 2)),
    (TypeError, lambda: type('X', (1,), {})), (TypeError, lambda: float(Liar())),
    ((OverflowError, MemoryError), lambda: '1'.center(2 ** 31 - 1)), ((OverflowError, MemoryError), lambda: '1'.zfill(2 ** 31 - 1)),
    ((OverflowError, MemoryError), lambda: random.getrandbits(2 ** 31 - 1)),
]
for number, (kind, attempt) in enumerate(attempts):
    ESCAPED = f'{number} was not caught'
    try:
        attempt()
    except kind as e:
        ESCAPED = None
        if e.__cause__ or e.__context__ or 'truffle' in repr(e) or 'java' in repr(e):
            ESCAPED = repr(e)
