# Trusted code, run when a guest first imports operator. What reads attributes and calls methods by their names does so through the guards.
def members(read, exact, named):
    import operator as library

    def follow(o, path):
        for name in path:
            o = read(o, name)
        return o

    class attrgetter:
        """Reads attributes through the guards."""
        __slots__ = ('_paths',)

        def __init__(self, attribute, /, *more):
            set_paths(self, [exact(a, 'attrgetter()').split('.') for a in (attribute, *more)])

        def __call__(self, o, /):
            found = [follow(o, path) for path in paths_of(self)]
            return found[0] if len(found) == 1 else tuple(found)

        def __repr__(self):
            return f"operator.attrgetter({', '.join([repr('.'.join(path)) for path in paths_of(self)])})"

    class methodcaller:
        """Calls a method that it reads through the guards."""
        __slots__ = ('_call',)

        def __init__(self, name, /, *args, **kwargs):
            set_call(self, (exact(name, 'methodcaller()'), args, kwargs))

        def __call__(self, o, /):
            name, args, kwargs = call_of(self)
            return read(o, name)(*args, **kwargs)

        def __repr__(self):
            name, args, kwargs = call_of(self)
            shown = [repr(a) for a in (name, *args)] + [f'{k}={v!r}' for k, v in kwargs.items()]
            return f"operator.methodcaller({', '.join(shown)})"

    # Methods can be called with any object for self: descriptors of slots take none but their own.
    set_paths, paths_of = attrgetter.__dict__['_paths'].__set__, attrgetter.__dict__['_paths'].__get__
    set_call, call_of = methodcaller.__dict__['_call'].__set__, methodcaller.__dict__['_call'].__get__
    for cls in (attrgetter, methodcaller):
        cls.__module__ = 'operator'
        cls.__qualname__ = cls.__name__

    def of_numbers(operate, of_floats, of_integers):
        """The operator with CPython's words: no source where it is called tells of which numbers it was."""
        def operator(a, b, /):
            try:
                return operate(a, b)
            except ZeroDivisionError as error:
                kinds = {type(a), type(b)}
                if kinds <= {bool, int, float}:
                    error.args = (of_floats if float in kinds else of_integers,)
                raise
        return operator

    return named('operator', {
        'attrgetter': attrgetter, 'methodcaller': methodcaller,
        'truediv': of_numbers(library.truediv, 'float division by zero', 'division by zero'),
        'floordiv': of_numbers(library.floordiv, 'float floor division by zero', 'integer division or modulo by zero'),
        'mod': of_numbers(library.mod, 'float modulo', 'integer modulo by zero')})
