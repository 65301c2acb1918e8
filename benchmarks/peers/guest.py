"""Runs a program's benchmark() once for each line it reads: CPython as it is."""
import sys
import time

namespace = {'__name__': 'program'}
exec(compile(open(sys.argv[1]).read(), sys.argv[1], 'exec'), namespace)
print('ready', flush=True)
for _ in sys.stdin:
    start = time.perf_counter()
    namespace['benchmark']()
    print((time.perf_counter() - start) * 1000, flush=True)
