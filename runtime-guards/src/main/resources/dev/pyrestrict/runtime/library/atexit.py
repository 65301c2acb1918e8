"""atexit for guests: what is registered is called at the program's end, within its limits, last of all."""
import sys
import traceback

_registered = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _registered.append((func, args, kwargs))
    return func


def unregister(func, /):
    _registered[:] = [each for each in _registered if not each[0] == func]


def _run():
    # What is registered meanwhile is not called, and what is unregistered meanwhile neither.
    for each in reversed(_registered[:]):
        if not any(each is other for other in _registered):
            continue
        func, args, kwargs = each
        try:
            func(*args, **kwargs)
        except Exception:
            print(f'Exception ignored in atexit callback: {func!r}', file=sys.stderr)
            traceback.print_exc()
    _registered.clear()


run_last(_run)
