# Trusted code, run when a guest first imports array. It is a MutableSequence, as in CPython.
def members():
    """CPython's array says itself that it is a MutableSequence."""
    from array import array
    from collections.abc import MutableSequence

    MutableSequence.register(array)
    return {}
