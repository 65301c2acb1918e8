import sys

sys.setrecursionlimit(5000)
print(sys.getrecursionlimit())


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(600))
try:
    sys.setrecursionlimit(0)
except ValueError as error:
    print(error)
try:
    sys.setrecursionlimit("many")
except TypeError as error:
    print(error)
