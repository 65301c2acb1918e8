# Trusted code, run when a guest first imports sys. What of it is the guest's: its streams and arguments, its exceptions, the limits that it may set.
def members(arguments, named, streams, clean):
    import sys
    def exit(status=None, /):
        raise SystemExit() if status is None else SystemExit(status)

    def exception():
        error = sys.exception()
        return None if error is None else clean(error)

    def exc_info():
        error = sys.exception()
        return (None, None, None) if error is None else (type(error), clean(error), error.__traceback__)

    def getrecursionlimit():
        return int(arguments['recursion_limit']())

    def setrecursionlimit(new_limit, /):
        """What a guest wishes holds up to a depth beyond which none comes; getrecursionlimit() says what holds."""
        if not isinstance(new_limit, int):
            raise TypeError(f"'{type(new_limit).__name__}' object cannot be interpreted as an integer")
        # The number itself: a class derived from int may compare, and become an int, as it likes.
        new_limit = int.__add__(new_limit, 0)
        if new_limit < 1:
            raise ValueError('recursion limit must be greater or equal than 1')
        depth = arguments['set_recursion_limit'](min(new_limit, 1 << 30))
        if depth:
            raise RecursionError(f'cannot set the recursion limit to {new_limit} at the recursion depth {depth}: the limit is too low')

    most_digits = 100_000
    digits = [sys.get_int_max_str_digits()]

    def get_int_max_str_digits():
        return digits[0]

    def set_int_max_str_digits(maxdigits):
        """A guest may raise the limit to where conversions still end at once; 0, no limit, raises it to there."""
        if not isinstance(maxdigits, int):
            raise TypeError(f"'{type(maxdigits).__name__}' object cannot be interpreted as an integer")
        maxdigits = int.__add__(maxdigits, 0)
        if maxdigits and maxdigits < 640:
            raise ValueError('maxdigits must be 0 or larger than 640')
        digits[0] = maxdigits
        sys.set_int_max_str_digits(min(maxdigits or most_digits, most_digits))

    sizes = {
        int: lambda o: 24 + 4 * max(1, (o.bit_length() + 29) // 30), bool: lambda o: 28, float: lambda o: 24, complex: lambda o: 32,
        str: lambda o: 41 + len(o) if o.isascii() else 57 + len(o) if max(o) < '\u0100' else 58 + 2 * len(o) if max(o) < '\U00010000' else 60 + 4 * len(o),
        bytes: lambda o: 33 + len(o), bytearray: lambda o: 57 + len(o), tuple: lambda o: 40 + 8 * len(o), list: lambda o: 56 + 8 * len(o),
        dict: lambda o: 64 + 104 * len(o), set: lambda o: 216 + 32 * len(o), frozenset: lambda o: 216 + 32 * len(o),
        type(None): lambda o: 16, object: lambda o: 16,
    }

    def getsizeof(object, default=0, /):
        """About what the object takes in CPython; what one of the guest's classes says of itself is not asked."""
        return sizes.get(type(object), lambda o: 48)(object)

    def is_finalizing():
        return False

    def getdefaultencoding():
        return 'utf-8'

    from types import SimpleNamespace
    implementation = SimpleNamespace(name='cpython', cache_tag='cpython-312', version=sys.version_info, hexversion=sys.hexversion)
    flags = SimpleNamespace(
        debug=0, inspect=0, interactive=0, optimize=0, dont_write_bytecode=1, no_user_site=0, no_site=0, ignore_environment=0, verbose=0, bytes_warning=0,
        quiet=0, hash_randomization=1, isolated=0, dev_mode=False, utf8_mode=0, warn_default_encoding=0, safe_path=False, int_max_str_digits=4300)
    return {'path': [''], 'executable': '', 'prefix': '', 'base_prefix': '', 'exec_prefix': '', 'base_exec_prefix': '', 'implementation': implementation, 'flags': flags, **named('sys', {'is_finalizing': is_finalizing, 'getdefaultencoding': getdefaultencoding, 'exit': exit, 'exc_info': exc_info, 'exception': exception, 'getrecursionlimit': getrecursionlimit, 'get_int_max_str_digits': get_int_max_str_digits, 'set_int_max_str_digits': set_int_max_str_digits, 'setrecursionlimit': setrecursionlimit, 'getsizeof': getsizeof}), 'maxsize': (1 << 63) - 1, 'argv': streams['program_arguments'](), **streams['standard'](), **{f'__{name}__': stream for name, stream in streams['standard']().items()}, **{name: streams['shown'](name) for name in streams['host']}}
