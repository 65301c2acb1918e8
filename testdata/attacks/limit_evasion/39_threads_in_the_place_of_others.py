# technique: threads that start threads, wait for themselves, lie about what they are, and go on after the end
# source: own: against threads that run when something waits, and when a program has ended
# goal: a loop that no limit ends, something of the runtime's that a thread is handed
# impact: limit
# dos: cpu
# plain-cpython: dos (killed by the 5 s timeout)
import queue
import sys
import threading


class Lying(threading.Thread):
    """Never stopped, whatever it did."""

    daemon = False

    @property
    def _stopped(self):
        return False

    @_stopped.setter
    def _stopped(self, value):
        pass

    def run(self):
        Lying().start()
        try:
            self.join()
        except RuntimeError:
            pass
        raise RecursionError


class Finalized:
    def __del__(self):
        threading.Thread(target=spin).start()


def spin():
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
        finally:
            threading.Thread(target=spin).start()


def hook(*arguments):
    for argument in arguments:
        if type(argument).__name__ in ('frame', 'code', 'module'):
            escaped(argument)


for module, name in ((threading, 'excepthook'), (sys, 'excepthook'), (sys, 'unraisablehook'), (threading, 'current_thread'), (threading, 'get_ident')):
    try:
        setattr(module, name, hook)
    except (TypeError, AttributeError):
        pass
for name in ('_shutdown', '_finish', '_running', '_ready', 'run_at_end', '_wait', '_Left'):
    if hasattr(threading, name):
        escaped(name)
for start in (lambda: threading.Thread(target=hook, args=(threading.current_thread(),)), Lying, lambda: threading.Timer(0, spin)):
    start().start()
held = Finalized()
items = queue.Queue(1)
threading.Thread(target=items.get).start()
lock = threading.Lock()
lock.acquire()
threading.Thread(target=lock.acquire, daemon=True).start()
condition = threading.Condition(type('Any', (), {'acquire': lambda self, *a: True, 'release': lambda self: None, '__enter__': lambda self: None,
                                                 '__exit__': lambda self, *a: False})())
try:
    condition.wait(1)
except RuntimeError:
    pass
sys.exit(0)
