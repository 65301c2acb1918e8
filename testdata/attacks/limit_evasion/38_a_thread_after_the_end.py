# technique: what a thread has still to do when the main module has come to its end runs outside of the limits
# source: threading.py written as guest code, which runs what was started when the program has ended
# goal: a loop that no limit ends, and a look at what calls it
# impact: limit
# dos: cpu
# plain-cpython: dos (killed by the 5 s timeout)
import sys
import threading


def spin():
    try:
        raise ValueError
    except ValueError as error:
        found = error.__traceback__
    while True:
        try:
            while True:
                pass
        except BaseException:
            threading.Thread(target=spin).start()


class Endless(threading.Thread):
    def run(self):
        Endless().start()


if hasattr(threading, 'run_at_end') or hasattr(threading, '_finish') or hasattr(threading, '_ready'):
    ESCAPED = threading
threading.Thread(target=sys.exit, args=('only the thread',)).start()
Endless().start()
threading.Thread(target=spin).start()
sys.exit(0)
