# technique: a class derived from PrettyPrinter finds the stream that it writes to
# source: reading pyrestrict and GraalPy's library
# goal: reach the real sys.stdout
# impact: introspect
import pprint
class P(pprint.PrettyPrinter):
    pass
s = P()._stream
if hasattr(s, 'buffer'): escaped(s)
