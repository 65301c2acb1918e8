# Trusted code. The builtins that guests get in a guarded form; which builtin is handed out how is
# decided in the compiler's table of builtins.
def guarded_builtins(guard, prefilled):
    import sys
    from io import StringIO

    classify = guard['classify']
    frame_of = sys._getframe

    def visible(name):
        return type(name) is str and type(classify(name)) is int and not is_reserved(name)

    def is_reserved(name):
        """The names of guards: one underscore at both ends."""
        return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'

    def guest_names(namespace):
        if guard['is_own_namespace'](namespace):
            return {k: v for k, v in namespace.items()
                    if visible(k) and not (k in prefilled and prefilled[k] is v) and k not in hidden}
        return {k: v for k, v in namespace.items() if visible(k)}

    hidden = ('__builtins__', '__loader__', '__spec__', '__file__', '__cached__', '__package__')

    def caller():
        """The frame of the guest's code that asks: a library's function, which has been handed the builtin, may
        stand between, and its names are nobody's business."""
        frame = frame_of(2)
        while frame is not None:
            if guard['is_own_namespace'](frame.f_globals) and '_library_' not in frame.f_globals:
                return frame
            frame = frame.f_back
        raise RuntimeError('no code of the guest is running')

    class Globals(dict):
        """A module's names without the runtime's own: a copy that is brought up to date before it is read, and writes
        to the module what is written to it."""
        __slots__ = ()

        def __getitem__(self, name):
            return dict.__getitem__(up_to_date(self), name)

        def __contains__(self, name):
            return dict.__contains__(up_to_date(self), name)

        def __iter__(self):
            return dict.__iter__(up_to_date(self))

        def __len__(self):
            return dict.__len__(up_to_date(self))

        def get(self, name, default=None, /):
            return dict.get(up_to_date(self), name, default)

        def keys(self):
            return dict.keys(up_to_date(self))

        def values(self):
            return dict.values(up_to_date(self))

        def items(self):
            return dict.items(up_to_date(self))

        def copy(self):
            return dict.copy(up_to_date(self))

        def __setitem__(self, name, value):
            dict.__setitem__(self, name, value)
            write_through(self, name)

        def __delitem__(self, name):
            dict.__delitem__(up_to_date(self), name)
            write_through(self, name)

        def __ior__(self, other):
            Globals.update(self, other)
            return self

        def update(self, /, *others, **names):
            added = {}
            added.update(*others, **names)
            dict.update(self, added)
            for name in added:
                write_through(self, name)

        def setdefault(self, name, default=None, /):
            value = dict.setdefault(up_to_date(self), name, default)
            write_through(self, name)
            return value

        def pop(self, name, /, *default):
            value = dict.pop(up_to_date(self), name, *default)
            write_through(self, name)
            return value

        def popitem(self):
            name, value = dict.popitem(up_to_date(self))
            write_through(self, name)
            return name, value

        def clear(self):
            names = [*dict.keys(up_to_date(self))]
            dict.clear(self)
            for name in names:
                write_through(self, name)

    Globals.__name__ = Globals.__qualname__ = 'dict'
    Globals.__module__ = 'builtins'
    # By the id of a namespace, and by that of what was given for it: pairs of both.
    given = {}
    missing = object()

    def forget_globals(namespace):
        """Of a namespace that is no longer used."""
        known = given.pop(id(namespace), None)
        if known is not None:
            del given[id(known[0])]

    def namespace_of(names):
        """The namespace for which globals() gave this, or None."""
        known = given.get(id(names))
        return known[1] if known is not None and known[0] is names else None

    def up_to_date(names):
        namespace = namespace_of(names)
        return names if namespace is None else globals_of(namespace)

    def write_through(names, name):
        namespace = namespace_of(names)
        if namespace is None or not visible(name) or name in hidden:
            return
        value = dict.get(names, name, missing)
        if value is not missing:
            namespace[name] = value
        elif name in prefilled:
            namespace[name] = prefilled[name]
        else:
            namespace.pop(name, None)

    def globals_of(namespace):
        known = given.get(id(namespace))
        if known is None:
            known = Globals(), namespace
            given[id(namespace)] = given[id(known[0])] = known
        names = known[0]
        bound = guest_names(namespace)
        for name in [name for name in dict.keys(names) if name not in bound]:
            dict.__delitem__(names, name)
        for name, value in bound.items():
            if dict.get(names, name, missing) is not value:
                dict.__setitem__(names, name, value)
        return names

    def locals_of(frame):
        return globals_of(frame.f_globals) if frame.f_locals is frame.f_globals else guest_names(frame.f_locals)

    def globals_builtin():
        return globals_of(caller().f_globals)

    def locals_builtin():
        return locals_of(caller())

    def vars_builtin(*objects):
        if not objects:
            return locals_of(caller())
        if len(objects) > 1:
            raise TypeError(f'vars expected at most 1 argument, got {len(objects)}')
        if form_of(objects[0]) == 'module':
            return names_of_library(objects[0])
        try:
            return guard['getattr'](objects[0], '__dict__')
        except AttributeError:
            pass
        raise TypeError('vars() argument must have __dict__ attribute')

    def form_of(o):
        return guard['subject_of'](o)[1]

    @guard['handler']('names of a module')
    def read_names(module, name):
        """The __dict__ of one of the guest's own modules is what globals() is there."""
        return globals_of(guard['module_namespace'](module))

    def names_of_library(module):
        """What can be read of a module of the library, each member as by its name: a copy."""
        names = {}
        for name in dir_builtin(module):
            try:
                names[name] = guard['getattr'](module, name)
            except AttributeError:
                pass
        return names

    def dir_builtin(*objects):
        if not objects:
            return sorted(guest_names(caller().f_locals))
        if len(objects) > 1:
            raise TypeError(f'dir expected at most 1 argument, got {len(objects)}')
        if form_of(objects[0]) == 'own module':
            return sorted(guest_names(guard['module_namespace'](objects[0])))
        return [name for name in dir(objects[0]) if type(name) is not str or visible(name)]

    def iter_builtin(*arguments):
        if len(arguments) != 2:
            return iter(*arguments)
        function, sentinel = arguments
        if not callable(function):
            raise TypeError('iter(object, sentinel): object must be callable')
        return calls_until(function, sentinel, guard['is_own_class'](type(sentinel)))

    def calls_until(function, sentinel, by_identity):
        # A generator, so that a loop inside a builtin can be stopped at every step.
        while True:
            value = function()
            if value is sentinel or (not by_identity and value == sentinel):
                return
            yield value

    def anext_builtin(iterator, *default):
        # With a default GraalPy's own answers with something that can't be awaited.
        if not default:
            return anext(iterator)
        if len(default) > 1:
            raise TypeError(f'anext expected at most 2 arguments, got {1 + len(default)}')
        return anext_or(anext(iterator), default[0])

    async def anext_or(following, default):
        try:
            return await following
        except StopAsyncIteration:
            return default

    longest = 10_000_000

    class RangeType(type):
        def __new__(metacls, name, bases, namespace):
            if bases:
                raise TypeError("type 'range' is not an acceptable base type")
            return type.__new__(metacls, name, bases, namespace)

        def __call__(cls, *bounds):
            return bounded(range(*bounds))

        def __instancecheck__(cls, o):
            return type(o) is range or type(o) is LongRange

        def __subclasscheck__(cls, other):
            return other is range or other is cls or other is LongRange

        def __eq__(cls, other):
            return other is cls or other is range

        def __hash__(cls):
            return hash(range)

        def __repr__(cls):
            return "<class 'range'>"

    class RangeGuard(metaclass=RangeType):
        """range() for guests: what a builtin would walk through for ages is walked in Python, step by step."""

    RangeType.__name__ = RangeType.__qualname__ = 'type'
    RangeType.__module__ = 'builtins'
    RangeGuard.__name__ = RangeGuard.__qualname__ = 'range'
    RangeGuard.__module__ = 'builtins'

    def bounded(r):
        try:
            return r if len(r) <= longest else LongRange(r)
        except OverflowError:
            return LongRange(r)

    class LongRange:
        __slots__ = ('_r',)

        def __init__(self, r):
            self._r = r

        def __iter__(self):
            for i in self._r:
                yield i

        def __reversed__(self):
            for i in reversed(self._r):
                yield i

        def __len__(self):
            return len(self._r)

        def __bool__(self):
            return True

        def __getitem__(self, index):
            found = self._r[index]
            return bounded(found) if type(found) is range else found

        def __contains__(self, value):
            if type(value) is int or type(value) is bool:
                return value in self._r
            for i in self._r:
                if i is value or i == value:
                    return True
            return False

        def index(self, value):
            return self._r.index(int(value))

        def count(self, value):
            return 1 if value in self else 0

        def __eq__(self, other):
            return self._r == (other._r if type(other) is LongRange else other)

        def __hash__(self):
            return hash(self._r)

        def __repr__(self):
            return repr(self._r)

        def __copy__(self):
            return self

        def __deepcopy__(self, memo):
            return self

        start = property(lambda self: self._r.start)
        stop = property(lambda self: self._r.stop)
        step = property(lambda self: self._r.step)

    LongRange.__name__ = LongRange.__qualname__ = 'range'
    LongRange.__module__ = 'builtins'
    guard['long_range'] = LongRange

    # So few numbers are added up before a limit could end it.
    most_at_once = 1 << 16

    def sum_builtin(iterable=missing, /, start=0):
        """sum() as CPython has it since 3.12: what is lost when floats are added up is added at the end. GraalPy's
        own does not do that; and this one can be stopped at every step."""
        if iterable is missing:
            raise TypeError('sum() takes at least 1 positional argument (0 given)')
        if type(iterable) is range and type(start) is int:
            # Never long: see bounded().
            return sum(iterable, start)
        if (type(iterable) is list or type(iterable) is tuple) and type(start) is int and 0 < len(iterable) <= most_at_once and type(iterable[0]) is int:
            total = sum(iterable, start)
            if type(total) is not float:
                return total
        items = iter(iterable)
        total = start
        kind = type(total)
        if kind is int or kind is bool:
            total = int(total)
            for item in items:
                kind = type(item)
                total = total + item
                if kind is not int and kind is not bool:
                    break
            else:
                return total
        elif issubclass(kind, (str, bytes, bytearray)):
            what, instead = ('strings', "''") if issubclass(kind, str) else ('bytes', "b''") if issubclass(kind, bytes) else ('bytearray', "b''")
            raise TypeError(f"sum() can't sum {what} [use {instead}.join(seq) instead]")
        if type(total) is float:
            lost = 0.0
            for item in items:
                if type(item) is float:
                    following = total + item
                    if abs(total) >= abs(item):
                        lost += (total - following) + item
                    else:
                        lost += (item - following) + total
                    total = following
                elif type(item) is int and -0x8000000000000000 <= item <= 0x7fffffffffffffff or type(item) is bool:
                    total += float(item)
                else:
                    if lost and lost - lost == 0:
                        total += lost
                    total = total + item
                    break
            else:
                return total + lost if lost and lost - lost == 0 else total
        for item in items:
            total = total + item
        return total

    def open_builtin(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
        """What a guest finds where its host lends it no files: none is there to be read, and none can be made."""
        if type(mode) is str and mode.strip('rwxabt+'):
            raise ValueError(f'invalid mode: {mode!r}')
        if type(file) is int or type(mode) is not str or any([letter in mode for letter in 'wxa']):
            raise PermissionError(1, 'Operation not permitted: guests have no files of their own', file)
        error = FileNotFoundError(2, 'No such file or directory', file)
        error.add_note('guests have no files of their own: ask for a service of the host')
        raise error

    next_line = [lambda: '']

    def read_from(function):
        """Makes a function of the host, which gives line after line and '' at the end, standard input."""
        next_line[0] = function

    def read_line():
        return next_line[0]()

    # What the guest has put in the place of sys.stdin.
    own_input = [None]

    def read_from_own(stream):
        own_input[0] = stream

    def line_of(stream):
        line = guard['getattr'](stream, 'readline')()
        if not issubclass(type(line), str):
            raise TypeError('object.readline() returned non-string')
        return line

    def input_builtin(prompt='', /):
        print(prompt, end='', flush=True)
        line = read_line() if own_input[0] is None else line_of(own_input[0])
        if not line:
            raise EOFError('EOF when reading a line')
        return str.removesuffix(line, '\n')

    def exit_builtin(code=None):
        raise SystemExit(code)

    def quit_builtin(code=None):
        raise SystemExit(code)

    def print_collector(getattr_guard):
        """_print = _print_(_getattr_): what a function prints under the profile zope, and reads as printed."""
        text = StringIO()

        def printed():
            return text.getvalue()

        def call_print(*objects, **keywords):
            if keywords.get('file') is None:
                keywords['file'] = text
            else:
                getattr_guard(keywords['file'], 'write')
            print(*objects, **keywords)

        call_print.__name__ = call_print.__qualname__ = 'print'
        printed._call_print = call_print
        return printed

    def refused(name, reason):
        def builtin(*args, **kwargs):
            guard['tell']('builtin', name, reason)
            raise NameError(f"'{name}' is not available to guest code: {reason}")
        builtin.__name__ = builtin.__qualname__ = name
        return builtin

    def builtin_guard(name):
        """del of a builtin's name at module level becomes a binding of the builtin again."""
        return prefilled[name]

    guarded = {
        'globals': globals_builtin, 'locals': locals_builtin, 'vars': vars_builtin, 'dir': dir_builtin,
        'getattr': guard['dynamic_getattr'], 'hasattr': guard['dynamic_hasattr'],
        'setattr': guard['dynamic_setattr'], 'delattr': guard['dynamic_delattr'],
        'iter': iter_builtin, 'anext': anext_builtin, 'print': print, 'range': RangeGuard,
        'open': open_builtin, 'input': input_builtin, 'sum': sum_builtin,
        'exit': exit_builtin, 'quit': quit_builtin,
    }
    for name, function in guarded.items():
        if function is not print and function is not RangeGuard:
            function.__name__ = function.__qualname__ = name
    return {'guarded': guarded, 'refused': refused, 'builtin_guard': builtin_guard, 'guest_names': guest_names, 'visible': visible, 'caller': caller, 'globals_of': globals_of, 'forget_globals': forget_globals, 'namespace_of': namespace_of,
            'read_line': read_line, 'read_from': read_from, 'read_from_own': read_from_own, 'print_collector': print_collector}
