# technique: typing keeps code objects in forward references
# source: reading pyrestrict and GraalPy's library
# goal: a code object
# impact: exec
import typing
T = typing.TypedDict('T', {'a': '__import__("os")', 'b': 'x y'} if 0 else {'a': '__import__("os")'})
print(T.__annotations__)
a = list(T.__annotations__.values())[0]
for n in ('__forward_code__', '_evaluate', '__forward_value__', '__forward_evaluated__'):
    try: escaped(getattr(a, n))
    except AttributeError as e: print(e)
try: typing.List['x y']
except SyntaxError as e: print(e)
N = typing.NamedTuple('N', [('a', 'eval("1")')])
print(N.__annotations__)
v = typing.TypeVar('V', bound='1+1')
print(v.__bound__)
