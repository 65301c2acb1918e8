# Trusted code, run when a guest first imports warnings. What is put away here is the runtime's own, and no guest may find it; the caller that is warned is one of the guest's.
def members(exact, named):
    import operator
    import sys
    import warnings
    replaced = {}

    class catch_warnings:
        def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
            if module is not None:
                raise TypeError("catch_warnings: 'module' is not available to guest code")
            self._record = record
            self._entered = False
            self._filter = None if action is None else (action, category, lineno, append)

        def __repr__(self):
            return f"{type(self).__name__}({'record=True' if self._record else ''})"

        def __enter__(self):
            if self._entered:
                raise RuntimeError(f'Cannot enter {self!r} twice')
            self._entered = object()
            replaced[self._entered] = (warnings.filters, warnings.showwarning, warnings._showwarnmsg_impl)
            warnings.filters = warnings.filters[:]
            warnings._filters_mutated()
            if self._filter is not None:
                warnings.simplefilter(*self._filter)
            if not self._record:
                return None
            log = []
            warnings._showwarnmsg_impl = log.append
            # Its usual self, so that it calls what has just been set.
            warnings.showwarning = warnings._showwarning_orig
            return log

        def __exit__(self, *exc_info):
            if not self._entered:
                raise RuntimeError(f'Cannot exit {self!r} without entering first')
            warnings.filters, warnings.showwarning, warnings._showwarnmsg_impl = replaced.pop(self._entered)
            warnings._filters_mutated()

    catch_warnings.__module__ = 'warnings'
    catch_warnings.__qualname__ = 'catch_warnings'

    def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
        """Files are skipped by the names that a guest is shown, see mend_warnings(): others could be guessed letter by letter."""
        if not isinstance(skip_file_prefixes, tuple):
            raise TypeError('skip_file_prefixes must be a tuple of strs.')
        level = max(1, operator.index(stacklevel))
        prefixes = tuple([exact(prefix, 'warn()') for prefix in skip_file_prefixes])
        if prefixes:
            left, level, frame = max(1, level - 1), 1, sys._getframe(1)
            while left and frame is not None:
                level, frame = level + 1, frame.f_back
                if frame is not None and not frame.f_code.co_filename.replace(sys.prefix, '').startswith(prefixes):
                    left -= 1
        # One more: this function.
        warnings.warn(message, category, level + 1, source)

    return {'catch_warnings': catch_warnings, **named('warnings', {'warn': warn})}
