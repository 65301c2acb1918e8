# Trusted code, run when a guest first imports binascii, or base64, which asks it. What GraalPy leaves out between digits. And base 64
# with more padding than there must be, or with more behind it: Java's reader fails, CPython's is done there.
def members(named):
    import binascii
    from types import FunctionType

    def hexlify(data, sep=None, bytes_per_sep=1):
        """GraalPy's puts nothing between the digits; bytes.hex() does."""
        if sep is None:
            return binascii.hexlify(data)
        with memoryview(data) as view:
            return view.tobytes().hex(sep, bytes_per_sep).encode()

    def b2a_hex(data, sep=None, bytes_per_sep=1):
        return hexlify(data, sep, bytes_per_sep)

    base64_digits = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
    no_digits = bytes([octet for octet in range(256) if octet not in base64_digits and octet != ord('=')])

    real, failure = binascii.a2b_base64, binascii.Error

    def digits_of(data, strict_mode):
        if strict_mode and data[:1] == b'=':
            raise failure('Leading padding not allowed')
        before = data.partition(b'=')[0]
        if strict_mode and before.translate(None, no_digits) != before:
            raise failure('Only base64 data is allowed')
        known = data if strict_mode else data.translate(None, no_digits)
        digits, start, length, padded = [], 0, 0, 0
        while (end := known.find(b'=', start)) >= 0:
            if end > start:
                if start and strict_mode:
                    refuse_behind_padding(known[start])
                digits.append(known[start:end])
                length += end - start
                padded = 0
            start = end + 1
            padded += length % 4 >= 2
            if length % 4 >= 2 and length % 4 + padded >= 4:
                if strict_mode and start < len(known):
                    raise failure('Excess data after padding')
                return b''.join(digits)
        if start and start < len(known) and strict_mode:
            refuse_behind_padding(known[start])
        digits.append(known[start:])
        return whole(b''.join(digits))

    def refuse_behind_padding(octet):
        raise failure('Discontinuous padding not allowed' if octet in base64_digits else 'Only base64 data is allowed')

    def whole(digits):
        if len(digits) % 4 == 1:
            raise failure(f'Invalid base64-encoded string: number of data characters ({len(digits)}) cannot be 1 more than a multiple of 4')
        if len(digits) % 4:
            raise failure('Incorrect padding')
        return digits

    def a2b_base64(data, /, *, strict_mode=False):
        if issubclass(type(data), str):
            try:
                data = str.encode(data, 'ascii')
            except UnicodeEncodeError:
                raise ValueError('string argument should contain only ASCII characters') from None
        with memoryview(data) as view:
            digits = digits_of(view.tobytes(), bool(strict_mode))
        return real(digits + b'=' * (-len(digits) % 4))

    made = named('binascii', {'a2b_base64': a2b_base64, 'hexlify': hexlify, 'b2a_hex': b2a_hex})
    if type(real) is not FunctionType:
        binascii.a2b_base64 = a2b_base64
    return {**made, 'a2b_base64': binascii.a2b_base64}
