# Trusted code, run when a guest first imports contextlib. What is put away here is the runtime's own, and no guest may find it.
def members(streams):
    import contextlib
    import sys

    def redirection(stream):
        replaced = {}

        class Redirection(contextlib.AbstractContextManager):
            def __init__(self, new_target):
                self._new_target = new_target
                self._replaced = []

            def __enter__(self):
                key = object()
                replaced[key] = getattr(sys, stream)
                self._replaced.append(key)
                streams['put'](stream, self._new_target)
                return self._new_target

            def __exit__(self, exctype, excinst, exctb):
                streams['put'](stream, replaced.pop(self._replaced.pop()))

        Redirection.__name__ = Redirection.__qualname__ = 'redirect_' + stream
        Redirection.__module__ = 'contextlib'
        return Redirection

    return {'redirect_stdout': redirection('stdout'), 'redirect_stderr': redirection('stderr')}
