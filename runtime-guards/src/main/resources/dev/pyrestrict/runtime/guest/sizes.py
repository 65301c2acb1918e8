# Trusted code. Builtins of numbers whose cost grows with their operands and that nothing can stop once they have begun: the size of the
# result is estimated first. Operators are no builtins: GraalPy's own code asks for their sizes (OperandSizes).
def sizes():
    most_bits = 1 << 22
    int_bits = int.bit_length
    int_sum = int.__add__

    def too_large(what):
        raise MemoryError(f'the result of {what} would be too large') from None

    def whole(n):
        """The value of an int as operators see it: a class derived from int may have an __int__ of its own."""
        return int_sum(n, 0)

    def pow_builtin(base, exp, mod=None):
        if mod is None:
            return pow(base, exp)
        if all(issubclass(type(x), int) for x in (base, exp, mod)) and int_bits(exp) * int_bits(mod) > 1 << 28:
            too_large('the modular power')
        return pow(base, exp, mod)

    return {'pow': pow_builtin, 'too_large': too_large, 'whole': whole, 'most_bits': most_bits}
