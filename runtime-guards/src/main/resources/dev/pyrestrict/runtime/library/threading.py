"""threading for guests: a guest is one thread. What is started runs when something waits: for its end, for a lock, for an
event, for what a queue is to hold; at the latest when the main module has come to its end. Whatever runs then comes to its own
end before the one that waits goes on. A wait that nothing could end any more is an error at once.
"""
import collections
import itertools
import sys
import traceback

TIMEOUT_MAX = 9223372036.0

# Started, but not begun.
_ready = collections.deque()
_counter = itertools.count(1)


class ThreadError(RuntimeError):
    pass


class _Left(BaseException):
    """Ends a daemon that waits for what nobody will do: where there are threads it would wait until the program ends."""


def _wait(is_over, timeout, why):
    """Runs what has been started until the wait is over; says whether it is."""
    while not is_over():
        if _ready:
            _ready.popleft()._begin()
        elif timeout is not None and timeout >= 0:
            return False
        elif current_thread().daemon:
            current_thread()._left = True
            raise _Left()
        else:
            raise RuntimeError('deadlock: the only thread waits for ' + why)
    return True


class Lock:
    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        if self._held:
            if not blocking or not _wait(lambda: not self._held, timeout, 'a lock that it holds'):
                return False
        self._held = True
        return True

    def release(self):
        if not self._held:
            raise RuntimeError('release unlocked lock')
        self._held = False

    def locked(self):
        return self._held

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, error, traceback):
        self.release()

    def __repr__(self):
        return f"<{'locked' if self._held else 'unlocked'} threading.Lock>"


class RLock:
    def __init__(self):
        self._owner = None
        self._depth = 0

    def acquire(self, blocking=True, timeout=-1):
        me = current_thread()
        if self._depth and self._owner is not me:
            if not blocking or not _wait(lambda: not self._depth, timeout, 'a lock that is held'):
                return False
        self._owner = me
        self._depth += 1
        return True

    def release(self):
        if not self._depth or self._owner is not current_thread():
            raise RuntimeError('cannot release un-acquired lock')
        self._depth -= 1

    def _is_owned(self):
        return self._depth > 0 and self._owner is current_thread()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, error, traceback):
        self.release()


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self._waiters = collections.deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, kind, error, traceback):
        return self._lock.__exit__(kind, error, traceback)

    def _is_owned(self):
        if isinstance(self._lock, RLock):
            return self._lock._is_owned()
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        notified = []
        self._waiters.append(notified)
        depth = self._lock._depth if isinstance(self._lock, RLock) else 1
        for _ in range(depth):
            self._lock.release()
        try:
            return _wait(lambda: notified, timeout, 'another to notify it')
        finally:
            for _ in range(depth):
                self._lock.acquire()
            if not notified:
                self._waiters.remove(notified)

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        while not result:
            if not self.wait(timeout):
                return predicate()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        while self._waiters and n > 0:
            self._waiters.popleft().append(True)
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))


class Event:
    def __init__(self):
        self._set = False

    def is_set(self):
        return self._set

    def set(self):
        self._set = True

    def clear(self):
        self._set = False

    def wait(self, timeout=None):
        return _wait(lambda: self._set, timeout, 'another to set the event')

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: {'set' if self._set else 'unset'}>"


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if self._value == 0:
            if not blocking or not _wait(lambda: self._value > 0, timeout, 'a semaphore that is used up'):
                return False
        self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        self._value += n

    def __exit__(self, kind, error, traceback):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial = value

    def release(self, n=1):
        if self._value + n > self._initial:
            raise ValueError('Semaphore released too many times')
        super().release(n)


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self.parties = parties
        self._action = action
        self._timeout = timeout
        self._passed = []
        self._count = 0
        self.broken = False

    @property
    def n_waiting(self):
        return self._count

    def wait(self, timeout=None):
        if self.broken:
            raise BrokenBarrierError()
        index, passed = self._count, self._passed
        self._count += 1
        if self._count == self.parties:
            self._passed, self._count = [], 0
            try:
                if self._action:
                    self._action()
            except BaseException:
                self.broken = True
                raise
            finally:
                passed.append(True)
            return index
        if not _wait(lambda: passed or self.broken, self._timeout if timeout is None else timeout, 'others at the barrier'):
            self.broken = True
        if self.broken:
            raise BrokenBarrierError()
        return index

    def reset(self):
        self._passed, self._count, self.broken = [], 0, False

    def abort(self):
        self.broken = True


class local:
    """Attributes that each thread has for itself."""

    def __getattr__(self, name):
        values = current_thread()._values.get(id(self), {})
        if name not in values:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'", name=name, obj=self)
        return values[name]

    def __setattr__(self, name, value):
        # That it lives as long as the thread's values for it, so that no other gets its id.
        current_thread()._values.setdefault(id(self), {'': self})[name] = value

    def __delattr__(self, name):
        getattr(self, name)
        del current_thread()._values[id(self)][name]


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError('group argument must be None for now')
        if name is None:
            name = f'Thread-{next(_counter)}'
            if target is not None and hasattr(target, '__name__'):
                name += f' ({target.__name__})'
        self._name = str(name)
        self._daemon = bool(daemon) if daemon is not None else bool(_running) and current_thread().daemon
        self._target = target
        self._args = args
        self._kwargs = kwargs or {}
        self._values = {}
        self._started = self._stopped = self._left = self._seen = False

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def daemon(self):
        return self._daemon

    @daemon.setter
    def daemon(self, daemon):
        if self._started:
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemon = bool(daemon)

    @property
    def ident(self):
        return get_ident() if self._started else None

    @property
    def native_id(self):
        return self.ident

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def start(self):
        if self._started:
            raise RuntimeError('threads can only be started once')
        self._started = True
        _ready.append(self)

    def _begin(self):
        _running.append(self)
        try:
            self.run()
        except SystemExit:
            pass
        except BaseException:
            # What else it raised came of its being ended.
            if not self._left:
                print(f'Exception in thread {self.name}:', file=sys.stderr)
                traceback.print_exc()
        finally:
            _running.pop()
            self._stopped = True

    def join(self, timeout=None):
        if not self._started:
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        _wait(lambda: self._stopped, timeout, 'a thread that waits for it')

    def is_alive(self):
        """A second question means that the program waits for the thread."""
        if self._seen and self in _ready:
            _ready.remove(self)
            self._begin()
        self._seen = self._started
        return self._started and not self._stopped

    def __repr__(self):
        status = 'stopped' if self._stopped else 'started' if self._started else 'initial'
        return f"<{type(self).__name__}({self.name}, {status}{' daemon' if self.daemon else ''}{f' {self.ident}' if self._started else ''})>"


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


# What runs, each above the one that waits.
_running = []
_main = Thread(name='MainThread')
_main._started = True
_running.append(_main)


def _finish():
    """What a daemon would still do is done nowhere when the program ends."""
    while _ready:
        thread = _ready.popleft()
        if not thread.daemon:
            thread._begin()


run_at_end(_finish)


def current_thread():
    return _running[-1]


def main_thread():
    return _main


def get_ident():
    return 1


get_native_id = get_ident


def active_count():
    return len(enumerate())


def enumerate():
    return [*_running, *_ready]
