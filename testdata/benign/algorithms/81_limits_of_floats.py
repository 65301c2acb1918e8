# What floats can't hold: powers raise, products become infinite, and the smallest numbers have one digit.
import math
import sys

for base, exponent in ((10.0, 400), (2.0, 5000), (1e100, 5), (-10.0, 401), (10, 400.0)):
    try:
        print(base**exponent)
    except OverflowError as error:
        print(error)

try:
    pow(10.0, 309)
except OverflowError as error:
    print("pow", error)

x = 10.0
try:
    x **= 400
except OverflowError as error:
    print("in place", error)

print(1e308 * 10, -1e308 * 10, float("inf") ** 2, 2.0 ** float("inf"), float("-inf") ** 3, 0.5 ** float("-inf"))
print(10.0**-400, 0.0**5, (-8) ** (1 / 3))
print(sys.maxsize, sys.maxsize + 1, -sys.maxsize - 1, min([3, sys.maxsize]), sys.maxsize == 2**63 - 1)
print(sys.getsizeof([]) > 0, sys.getsizeof("text") > sys.getsizeof(""), sys.getsizeof(10**100) > sys.getsizeof(1))
print(sys.getsizeof([0] * 100) > sys.getsizeof([0]), sys.getsizeof(object()) > 0, sys.getsizeof({}) > 0)
