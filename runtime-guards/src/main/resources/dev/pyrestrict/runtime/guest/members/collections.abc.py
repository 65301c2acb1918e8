# Trusted code, run when a guest first imports collections.abc. A long range is a Sequence, too.
def members(with_long_ranges):
    with_long_ranges()
    return {}
