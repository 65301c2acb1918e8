# technique: quotients of integers of millions of bits, and powers and inverses to a modulus, each of which Java makes in one piece
# source: own
# goal: the second in which nothing stops the guest, or the half minute: an inverse counted as a power with a short exponent
# impact: dos
# dos: cpu
# needs: soft-limit
import math

dividend, divisor = (1 << 4_194_000) - 3 ** 1000, (1 << 2_097_000) - 5 ** 999
quotient, rest = divmod(dividend, divisor)
if quotient * divisor + rest != dividend or not 0 <= rest < divisor:
    escaped('a quotient')
for n, d in (-dividend, divisor), (dividend, -divisor):
    quotient, rest = n // d, n % d
    if quotient * d + rest != n or rest and (rest < 0) != (d < 0) or abs(rest) >= abs(d):
        escaped('a quotient of other signs')
if divisor * 5 + 1 in range(0, dividend, divisor):
    escaped('a range')
modulus = (1 << 20_000) - 5
if pow(7, -1, modulus) * 7 % modulus != 1 or pow(7, -3, -modulus) * 343 % -modulus != 1 - modulus:
    escaped('an inverse')
if pow(3, 1 << 12, modulus) != 3 ** (1 << 12) % modulus or pow(-3, 4097, modulus - 1) != (-3) ** 4097 % (modulus - 1):
    escaped('a power')
if math.gcd(3 ** 9_000 * modulus, 3 ** 8_000 * (modulus - 2)) != 3 ** 8_000 * math.gcd(3 ** 1000 * modulus, modulus - 2):
    escaped('a divisor')
while True:
    pow(3 ** 400_000, -1, (1 << 700_000) - 5)
    pow(3, (1 << 8_000) - 3, (1 << 8_000) - 5)
    dividend // divisor
    math.gcd((1 << 180_000) - 3 ** 1000, (1 << 180_000) - 5 ** 1001)
