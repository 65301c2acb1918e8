# Trusted code, run when a guest first imports re. GraalPy has it in Python, and says a few things in other words.
def members():
    import re

    def __repr__(self):
        # As much of what was found as the one written in C shows.
        return f'<re.Match object; span={self.span()!r}, match={repr(self.group())[:50]}>'

    # Not those of a match that re.match() finds: a guest's pattern may stand in its cache for any other.
    re.Match.__repr__ = __repr__
    re.Match.__module__ = re.Pattern.__module__ = 're'
    return {}
