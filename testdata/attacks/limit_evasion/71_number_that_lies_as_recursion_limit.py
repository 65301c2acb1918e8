# technique: a number that says of itself that it is not small, and becomes another int, as the limit of recursion
# source: reading pyrestrict: the limit was compared and converted by methods of the guest's
# goal: an exception of Java's, and a fault of the runtime
# impact: info
import sys


class Limit(int):
    def __lt__(self, other):
        return False

    __gt__ = __le__ = __ge__ = __lt__

    def __int__(self):
        return self.becomes

    __index__ = __int__


for becomes in (1 << 80, -1 << 80, -1 << 62, -5, 0, 900):
    for value in (-1 << 80, -1 << 62, -1 << 31, -5, 0):
        limit = Limit(value)
        limit.becomes = becomes
        for function in (sys.setrecursionlimit, sys.set_int_max_str_digits):
            try:
                function(limit)
            except ValueError as e:
                if 'java' in str(e):
                    escaped(str(e))
            else:
                if function is sys.setrecursionlimit or value:
                    escaped(function, value, becomes)
