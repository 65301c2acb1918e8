# Trusted code. Operations whose cost grows with their operands and that nothing can stop once they have begun:
# the size of the result is estimated first.
def sizes(guard):
    import operator
    from sys import maxsize

    most_bits = 1 << 22
    most_characters = 1 << 26
    most_elements = 1 << 24
    int_bits = int.bit_length
    int_sum = int.__add__
    texts = (str, bytes, bytearray)

    def too_large(what):
        raise MemoryError(f'the result of {what} would be too large') from None

    def whole(n):
        """The value of an int as operators see it: a class derived from int may have an __int__ of its own."""
        return int_sum(n, 0)

    def mult(a, b):
        """a * b becomes _mult_(a, b)."""
        # The order and the literals matter: so the compiler sees through it, and it costs nothing.
        if type(a) is float or type(b) is float:
            return a * b
        if type(a) is int and type(b) is int and -4294967296 < a < 4294967296 and -4294967296 < b < 4294967296:
            return a * b
        return large_mult(a, b)

    def large_mult(a, b):
        check_mult(a, b, type(a), type(b))
        return a * b

    def check_mult(a, b, ta, tb):
        if issubclass(ta, int):
            if issubclass(tb, int):
                if int_bits(a) + int_bits(b) > most_bits:
                    too_large('the multiplication')
            else:
                check_repeat(b, tb, a)
        elif issubclass(tb, int):
            check_repeat(a, ta, b)

    def check_repeat(sequence, t, times):
        if issubclass(t, texts):
            if length(sequence) * whole(times) > most_characters:
                too_often(times)
        elif issubclass(t, (list, tuple)):
            if length(sequence) * whole(times) > most_elements:
                too_often(times)

    def too_often(times):
        if whole(times) > maxsize:
            raise OverflowError("cannot fit 'int' into an index-sized integer") from None
        too_large('the repetition')

    def length(sequence):
        for t in (str, bytes, bytearray, list, tuple):
            if issubclass(type(sequence), t):
                return t.__len__(sequence)

    def check_power(base, exponent):
        if issubclass(type(base), int) and issubclass(type(exponent), int):
            if whole(exponent) > 0 and int_bits(base) > 1 and int_bits(base) * whole(exponent) > most_bits:
                too_large('the power')

    def power(base, exponent):
        """a ** b becomes _pow_(a, b)."""
        if type(base) is float or type(exponent) is float:
            return base ** exponent
        check_power(base, exponent)
        return base ** exponent

    def pow_builtin(base, exp, mod=None):
        if mod is None:
            return power(base, exp)
        if all(issubclass(type(x), int) for x in (base, exp, mod)) and int_bits(exp) * int_bits(mod) > 1 << 28:
            too_large('the modular power')
        return pow(base, exp, mod)

    def lshift(a, b):
        """a << b becomes _lshift_(a, b)."""
        if type(a) is int and type(b) is int and -4294967296 < a < 4294967296 and b < 4096:
            return a << b
        return a << distance(a, b)

    def distance(a, b):
        """How far to shift. Zero stays zero however far, which GraalPy does not know."""
        if not issubclass(type(a), int) or not issubclass(type(b), int) or int_bits(a) + whole(b) <= most_bits:
            return b
        if int_bits(a) > 0:
            too_large('the shift')
        return 0 if (type(a) is int or type(a) is bool) and type(b) is int else b

    def shift_in_place(a, b):
        return operator.ilshift(a, distance(a, b))

    def in_place(plain, check):
        def operation(a, b):
            check(a, b)
            return plain(a, b)
        return operation

    def check_product(a, b):
        check_mult(a, b, type(a), type(b))

    def power_in_place(base, exponent):
        check_power(base, exponent)
        return operator.ipow(base, exponent)

    in_place_operations = {
        '*=': in_place(operator.imul, check_product), '**=': power_in_place,
        '<<=': shift_in_place,
    }

    methods = {
        '__mul__': mult, '__rmul__': lambda a, b: mult(b, a), '__imul__': in_place_operations['*='],
        '__pow__': pow_builtin, '__rpow__': lambda a, b, *mod: pow_builtin(b, a, *mod), '__ipow__': in_place_operations['**='],
        '__lshift__': lshift, '__rlshift__': lambda a, b: lshift(b, a), '__ilshift__': in_place_operations['<<='],
    }

    @guard['handler']('sized operation')
    def read_sized_operation(o, name):
        operation = methods[name]
        if guard['subject_of'](o)[1] == 'class':
            return lambda self, *arguments: operation(self, *arguments)
        return lambda *arguments: operation(o, *arguments)

    def factorial(n, /):
        import math
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

    def math_members():
        import math

        def cbrt(x, /):
            x = float(x)
            if x == 0 or math.isinf(x) or math.isnan(x):
                return x
            root = math.copysign(abs(x) ** (1 / 3), x)
            # One step of Newton's makes up for 1/3 not being a float.
            return root - (root * root * root - x) / (3 * root * root)

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
            return sum(mult(a, b) for a, b in zip(p, q))

        return {'factorial': factorial, 'comb': choices(math.comb), 'perm': choices(math.perm),
                'cbrt': cbrt, 'exp2': exp2, 'sumprod': sumprod}

    def operator_members():
        return {'mul': mult, 'pow': power, 'lshift': lshift, 'imul': in_place_operations['*='],
                'ipow': in_place_operations['**='], 'ilshift': in_place_operations['<<=']}

    return {
        'globals': {'_mult_': mult, '_pow_': power, '_lshift_': lshift}, 'pow': pow_builtin,
        'in_place': in_place_operations, 'math_members': math_members, 'operator_members': operator_members,
    }
