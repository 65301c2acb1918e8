# Trusted code, run when a guest first imports time. Formats and fields as C's functions take them.
def members(guard, named, expanded):
    import operator
    import time

    def mktime(t, /):
        if not isinstance(t, tuple):
            raise TypeError('Tuple or struct_time argument required')
        fields = [*t]
        if len(fields) != 9:
            raise TypeError('mktime(): illegal time tuple argument')
        for field in fields:
            if not isinstance(field, int):
                raise TypeError(f"'{guard['name_of'](type(field))}' object cannot be interpreted as an integer")
            if not -1 << 31 <= field < 1 << 31:
                raise OverflowError('mktime argument out of range')
        if not 1 <= fields[0] <= 9999:
            raise OverflowError('mktime argument out of range')
        return time.mktime(tuple([int(field) for field in fields]))

    def strftime(format, t=None, /):
        t = time.localtime() if t is None else t
        fields = tuple([*t]) if isinstance(t, tuple) else ()
        if len(fields) == 9 and all([type(field) is int for field in fields]):
            time.strftime('', fields)
            format = expanded(format, fields)
        return time.strftime(format, t)

    def strptime(string, format='%a %b %d %H:%M:%S %Y', /):
        """GraalPy's imports with the builtins of whoever calls it, and from some places finds none."""
        import _strptime

        return _strptime._strptime_time(*[guard['exact_name'](text, 'strptime()') if isinstance(text, str) else text for text in (string, format)])

    def sleep(seconds, /):
        """Of an int GraalPy's sleep() sees no more than whole seconds of the clock: sleep(0) would take up to one."""
        if issubclass(type(seconds), float):
            length = float.__add__(seconds, 0.0)
        else:
            length = operator.index(seconds)
            if length.bit_length() > 63:
                raise OverflowError('timestamp too large to convert to C _PyTime_t')
        if length != length:
            raise ValueError('Invalid value NaN (not a number)')
        if length < 0:
            raise ValueError('sleep length must be non-negative')
        if length >= 1 << 33:
            raise OverflowError('timestamp out of range for platform time_t')
        real_sleep(float(length))

    real_sleep = time.sleep
    return named('time', {'mktime': mktime, 'sleep': sleep, 'strftime': strftime, 'strptime': strptime})
