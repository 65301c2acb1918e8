# technique: the __eq__ that dataclass made is called with a module that is guest code; another object says that it is one too and takes the other's value in a comparison
# source: reading pyrestrict and GraalPy's library
# goal: the namespace of the module, with its guards
# impact: guard
import dataclasses, logging, queue
Q = dataclasses.make_dataclass('Q', ['_guest_'])
class Capture:
    def __eq__(self, other):
        escaped(other)
        return True
    __hash__ = None
for m in (logging,):
    O = type('O', (), {'__class__': property(lambda s: type(m)), '_guest_': Capture()})
    Q.__eq__(m, O())
