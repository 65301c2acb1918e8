# features: bytes through the standard streams, places of a traceback
# imports: sys, traceback
import sys, traceback
sys.stdout.reconfigure(encoding="utf-8"); sys.stdout.buffer.write(b"raw bytes\n"); sys.stdout.buffer.flush(); print(sys.stdout.encoding, sys.getfilesystemencoding())
for line in sys.stdin.buffer: print(line)
print(sys.stdin.buffer.read(), sys.stdin.read())
def f(): return {}["k"]
try: f()
except KeyError as e:
    tb = traceback.extract_tb(e.__traceback__); print(len(tb), tb[-1].lineno, tb[-1].name, tb[-1].line)
    for fn, ln, name, text in tb: print(ln, name, text)
    print(len(traceback.format_tb(e.__traceback__)), traceback.format_tb(e.__traceback__)[-1].splitlines()[1:])
