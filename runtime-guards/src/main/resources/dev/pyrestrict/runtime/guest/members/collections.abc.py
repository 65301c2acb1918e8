# Trusted code, run when a guest first imports collections.abc. A long range is a Sequence, too, and what holds bytes is a Buffer: GraalPy's types have no __buffer__().
def members(with_long_ranges):
    from array import array
    from collections.abc import Buffer

    with_long_ranges()
    for cls in (array, bytearray, bytes, memoryview):
        Buffer.register(cls)
    return {}
