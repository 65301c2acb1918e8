"""randbytes() of a megabyte: as an integer it would be larger than any may be."""
import hashlib
import random

random.seed(20261130)
for size in (0, 1, 3, 4, 7, 65_535, 65_536, 65_537, 131_072, 1_048_574):
    data = random.randbytes(size)
    print(size, len(data), hashlib.sha256(data).hexdigest()[:16])
mine = random.Random(7)
print(mine.randbytes(5).hex(), hashlib.md5(mine.randbytes(200_001)).hexdigest(), mine.random())


class Counted(random.Random):
    asked = 0

    def getrandbits(self, k):
        Counted.asked += k
        return super().getrandbits(k)


print(len(Counted(1).randbytes(100)), Counted.asked)
try:
    random.randbytes(-1)
except ValueError as error:
    print(error)
