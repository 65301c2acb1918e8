"""Compiles the listed files once for each line it reads: RestrictedPython's compile_restricted_exec."""
import sys
import time
import warnings

try:
    from RestrictedPython import compile_restricted_exec
except ImportError:
    print('absent', flush=True)
    sys.exit(0)

warnings.simplefilter('ignore')
sources = [open(name, 'rb').read().decode('utf-8') for name in open(sys.argv[1][1:]).read().split('\n') if name]
print('ready', flush=True)
for _ in sys.stdin:
    start = time.process_time()
    for source in sources:
        compile_restricted_exec(source)
    print((time.process_time() - start) * 1000, flush=True)
