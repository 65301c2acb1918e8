# Trusted code, run when a guest first imports math. Results that nothing would stop once they are begun are refused; what GraalPy has not.
def members(size):
    import math
    import operator

    too_large, whole, most_bits = size['too_large'], size['whole'], size['most_bits']
    int_bits = int.bit_length

    def factorial(n, /):
        if issubclass(type(n), int) and whole(n) > 200_000:
            too_large('the factorial')
        return math.factorial(n)

    def choices(function):
        def count(n, k=None, /):
            if issubclass(type(n), int) and (k is None or issubclass(type(k), int)):
                n = whole(n)
                k = None if k is None else whole(k)
                chosen = n if k is None else min(k, abs(n - k)) if function.__name__ == 'comb' else k
                if chosen * int_bits(n) > most_bits:
                    too_large(function.__name__)
            return function(n, k) if k is not None else function(n)
        return count

    def cbrt(x, /):
        x = float(x)
        if x == 0 or math.isinf(x) or math.isnan(x):
            return x
        root = math.copysign(abs(x) ** (1 / 3), x)
        # One step of Newton's makes up for 1/3 not being a float.
        return root - (root * root * root - x) / (3 * root * root)

    def isqrt(n, /):
        """As CPython has it. GraalPy's tries one number for each bit, which takes minutes for an int of thirty thousand digits."""
        n = whole(operator.index(n))
        if n < 0:
            raise ValueError('isqrt() argument must be nonnegative')
        if n == 0:
            return 0
        half = (int_bits(n) - 1) // 2
        root, exact = 1, 0
        for step in range(int_bits(half) - 1, -1, -1):
            before, exact = exact, half >> step
            root = (root << exact - before - 1) + (n >> 2 * half - before - exact + 1) // root
        return root - (root * root > n)

    def exp2(x, /):
        return math.pow(2.0, x)

    def sumprod(p, q, /):
        p, q = [*p], [*q]
        if len(p) != len(q):
            raise ValueError('Inputs are not the same length')
        kinds = {type(x) for x in p + q}
        if kinds == {float} or kinds == {float, int}:
            # As if without rounding between the steps.
            return math.fsum(a * b for a, b in zip(p, q))
        return sum(a * b for a, b in zip(p, q))

    return {'factorial': factorial, 'comb': choices(math.comb), 'perm': choices(math.perm),
            'cbrt': cbrt, 'exp2': exp2, 'isqrt': isqrt, 'sumprod': sumprod}
