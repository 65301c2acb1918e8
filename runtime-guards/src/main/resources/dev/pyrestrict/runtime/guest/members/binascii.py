# Trusted code, run when a guest first imports binascii. What GraalPy leaves out between digits.
def members(named, with_all_of_base64):
    import binascii

    def hexlify(data, sep=None, bytes_per_sep=1):
        """GraalPy's puts nothing between the digits; bytes.hex() does."""
        if sep is None:
            return binascii.hexlify(data)
        with memoryview(data) as view:
            return view.tobytes().hex(sep, bytes_per_sep).encode()

    def b2a_hex(data, sep=None, bytes_per_sep=1):
        return hexlify(data, sep, bytes_per_sep)

    return named('binascii', {'a2b_base64': with_all_of_base64(), 'hexlify': hexlify, 'b2a_hex': b2a_hex})
