"""What is imported, wherever that is, binds nothing but its name: the main module keeps its own, in their order."""
members = ['ann', 'bob']
before = list(globals())


def digest(text):
    import hashlib
    return hashlib.md5(text.encode()).hexdigest()


def at(depth):
    if depth:
        return at(depth - 1)
    import zlib
    return zlib.crc32(b'deep')


print(digest(members[0]), at(900))
import json
import itertools as steps
from functools import reduce

print(json.dumps(members), list(steps.batched(members, 1)), reduce(str.__add__, members))
print([name for name in globals() if name not in before])
del members
import decimal

print('members' in globals(), decimal.Decimal('1.10') + 1)
