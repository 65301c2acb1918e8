"""Threads as programs use them most: counters with locks, workers with queues, producers and consumers, events, timers."""
import queue
import threading
import time


class Counter:
    def __init__(self):
        self.value = 0
        self._lock = threading.Lock()

    def add(self, times):
        for _ in range(times):
            with self._lock:
                self.value += 1


counter = Counter()
threads = [threading.Thread(target=counter.add, args=(100,), name=f'adder-{i}') for i in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(counter.value, [t.is_alive() for t in threads], [t.name for t in threads], threading.active_count())


class Worker(threading.Thread):
    def __init__(self, tasks, results):
        super().__init__(daemon=True)
        self.tasks, self.results = tasks, results

    def run(self):
        while True:
            task = self.tasks.get()
            try:
                self.results.append(task ** 2)
            finally:
                self.tasks.task_done()


tasks, results = queue.Queue(), []
workers = [Worker(tasks, results) for _ in range(3)]
for w in workers:
    w.start()
for i in range(10):
    tasks.put(i)
tasks.join()
print(sorted(results), tasks.empty(), tasks.unfinished_tasks)


def produce(q, n):
    for i in range(n):
        q.put(i)
        time.sleep(0.0001)
    q.put(None)


def consume(q, out):
    while (item := q.get()) is not None:
        out.append(item)
    out.append('end')


for size in (0, 2):
    q, out = queue.Queue(maxsize=size), []
    pair = [threading.Thread(target=consume, args=(q, out)), threading.Thread(target=produce, args=(q, 6))]
    for t in pair:
        t.start()
    for t in pair:
        t.join(timeout=10)
    print(size, out)

ready, said = threading.Event(), []


def wait_for_it():
    said.append(ready.wait(timeout=10))


t = threading.Thread(target=wait_for_it)
t.start()
ready.set()
t.join()
print(said, ready.is_set())

condition, items = threading.Condition(), []


def consumer():
    with condition:
        condition.wait_for(lambda: len(items) == 2)
        print('consumed', items)


def producer():
    for i in range(2):
        with condition:
            items.append(i)
            condition.notify_all()


pair = [threading.Thread(target=consumer), threading.Thread(target=producer)]
for t in pair:
    t.start()
for t in pair:
    t.join()

barrier, passed = threading.Barrier(3, action=lambda: passed.append('all')), []


def meet():
    passed.append('before')
    barrier.wait()
    passed.append('after')


group = [threading.Thread(target=meet) for _ in range(3)]
for t in group:
    t.start()
for t in group:
    t.join()
print(passed)

semaphore = threading.BoundedSemaphore(2)
with semaphore:
    print(semaphore.acquire(blocking=False), semaphore.acquire(blocking=False))
    semaphore.release()
try:
    semaphore.release()
except ValueError as error:
    print(error)

timer = threading.Timer(0.001, print, args=['timer'])
timer.start()
timer.join()
cancelled = threading.Timer(60, print, args=['never'])
cancelled.start()
cancelled.cancel()
cancelled.join()

data = threading.local()
data.name = 'main'
names = []


def look():
    names.append(hasattr(data, 'name'))
    data.name = threading.current_thread().name
    names.append(data.name)


t = threading.Thread(target=look, name='other')
t.start()
t.join()
print(names, data.name, t.daemon, threading.current_thread() is threading.main_thread())
try:
    t.start()
except RuntimeError as error:
    print(error)
for wrong in (lambda: threading.Thread().join(), lambda: threading.current_thread().join()):
    try:
        wrong()
    except RuntimeError as error:
        print(error)


def fail():
    raise ValueError('in a thread')


t = threading.Thread(target=fail)
t.start()
t.join()
print('goes on')
lock = threading.RLock()
with lock, lock:
    print(lock.acquire(blocking=False))
    lock.release()
for kind in (queue.LifoQueue, queue.PriorityQueue, queue.Queue):
    q = kind(3)
    for n in (2, 3, 1):
        q.put(n)
    try:
        q.put(4, block=False)
    except queue.Full as error:
        print('full', repr(error))
    print([q.get() for _ in range(3)], q.qsize())
    try:
        q.get_nowait()
    except queue.Empty as error:
        print('empty', type(error).__name__)
threading.Thread(target=print, args=('at the end',)).start()
