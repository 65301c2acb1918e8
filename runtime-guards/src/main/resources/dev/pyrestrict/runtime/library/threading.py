"""threading for guests: a guest is one thread. Locks and events are there for code that is written with them; a wait
that only another thread could end is an error at once."""

TIMEOUT_MAX = 9223372036.0


class ThreadError(RuntimeError):
    pass


class Lock:
    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        if self._held:
            if not blocking or timeout >= 0:
                return False
            raise RuntimeError('deadlock: the only thread waits for a lock that it holds')
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
        self._depth = 0

    def acquire(self, blocking=True, timeout=-1):
        self._depth += 1
        return True

    def release(self):
        if not self._depth:
            raise RuntimeError('cannot release un-acquired lock')
        self._depth -= 1

    def __enter__(self):
        return self.acquire()

    def __exit__(self, kind, error, traceback):
        self.release()


class Condition:
    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.acquire()

    def __exit__(self, kind, error, traceback):
        self._lock.release()

    def wait(self, timeout=None):
        if timeout is not None:
            return False
        raise RuntimeError('deadlock: the only thread waits for another to notify it')

    def wait_for(self, predicate, timeout=None):
        return predicate() or self.wait(timeout)

    def notify(self, n=1):
        pass

    def notify_all(self):
        pass


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
        if self._set or timeout is not None:
            return self._set
        raise RuntimeError('deadlock: the only thread waits for another to set the event')


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if self._value == 0:
            if not blocking or timeout is not None:
                return False
            raise RuntimeError('deadlock: the only thread waits for a semaphore that is used up')
        self._value -= 1
        return True

    __enter__ = acquire

    def release(self, n=1):
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
        self._value += n


class local:
    pass


class Thread:
    """A thread that can't be started; current_thread() is one."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        self.name = name or 'Thread-1'
        self.daemon = bool(daemon)
        self.ident = None
        self._target = target
        self._args = args
        self._kwargs = kwargs or {}

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        raise RuntimeError("can't start new thread: a guest is one thread; asyncio runs many tasks in it")

    def join(self, timeout=None):
        raise RuntimeError('cannot join thread before it is started')

    def is_alive(self):
        return self.ident is not None

    def __repr__(self):
        return f'<{type(self).__name__}({self.name})>'


_main = Thread(name='MainThread')
_main.ident = 1


def current_thread():
    return _main


def main_thread():
    return _main


def get_ident():
    return 1


def active_count():
    return 1


def enumerate():
    return [_main]
