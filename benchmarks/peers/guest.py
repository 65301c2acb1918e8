"""Runs a program for a tenth of a second for each line it reads: CPython as it is."""
import sys

namespace = {'__name__': 'program'}
for file in sys.argv[1:]:
    exec(compile(open(file).read(), file, 'exec'), namespace)
print('ready', flush=True)
for _ in sys.stdin:
    print(namespace['turn'](0.1), flush=True)
