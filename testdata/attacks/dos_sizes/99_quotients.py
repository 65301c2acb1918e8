# technique: the quotient of two integers of a million digits, as a float: GraalPy makes decimals of them
# source: own
# goal: seconds in which nothing stops the guest
# impact: dos
# dos: cpu
# needs: soft-limit
a, b = (1 << 4_000_000) + 1, (1 << 3_999_990) + 7
assert a / b == 1024.0
assert b / (1 << 3_999_991) == 0.5 and -1 / a == 0
try:
    a / 3
    escaped('no float is as large')
except OverflowError:
    pass
