# Trusted code. A long range is a Sequence, too.
def members(with_long_ranges):
    with_long_ranges()
    return {}
