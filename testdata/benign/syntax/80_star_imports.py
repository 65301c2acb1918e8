from math import *
try:
    from itertools import *
except ImportError:
    pass
print(pow(2, 3), sqrt(16), list(islice(count(1), 3)), [*map(floor, [1.5])])
def f(gcd=gcd): return gcd(12, 18), pi
print(f())
