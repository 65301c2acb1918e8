# technique: a super object that was never initialised has no class by which could be decided
# source: reading pyrestrict
# goal: a decision that is made on nothing
# impact: guard
def tried(read):
    try:
        return read(super.__new__(super))
    except (AttributeError, TypeError, RuntimeError):
        return None


for read in (lambda o: o.__dict__, lambda o: o._private, lambda o: o.__getattribute__('__thisclass__'), lambda o: getattr(o, '__self_class__')):
    if tried(read) is not None:
        escaped(read)
