# Trusted code, run when a guest first imports traceback. Formats and no frames: what leads to the runtime's own stays out.
def members(guard, outcome, named):
    import sys
    from types import TracebackType

    def pick(args):
        return args[1] if len(args) > 1 and args[1] is not None else args[0] if args else sys.exception()

    limited = outcome['limited']

    def format_exc(limit=None, chain=True):
        error = sys.exception()
        return 'NoneType: None\n' if error is None else ''.join(outcome['format_exception'](error, 0, limit, chain))

    def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
        return by_place(outcome['format_exception'](exc if value is None else value, 0, limit, chain))

    def by_place(lines):
        """The lines, but what is shown of a place in one piece."""
        pieces, margin = [], None
        for line in lines:
            if margin is not None and line.startswith(margin):
                pieces[-1] += line
                continue
            before, is_place, rest = line.partition('  File "')
            margin = before + '    ' if is_place and ', in ' in rest and not before.strip(' |+-') else None
            pieces.append(line)
        return pieces

    def format_exception_only(*args, **kwargs):
        return outcome['exception_lines'](pick(args))

    def show(text, file):
        print(text, end='', file=file if file is not None else sys.stderr)

    def print_exc(limit=None, file=None, chain=True):
        show(format_exc(limit, chain), file)

    def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
        show(''.join(format_exception(exc, value, tb, limit, chain)), file)

    class FrameSummary:
        """A place that an exception went through, in the guest's own source."""
        __slots__ = ('filename', 'lineno', 'name', 'line')

        def __init__(self, filename, lineno, name, *, line=None):
            self.filename, self.lineno, self.name, self.line = filename, lineno, name, line

        def __iter__(self):
            return iter((self.filename, self.lineno, self.name, self.line))

        def __getitem__(self, index):
            return (self.filename, self.lineno, self.name, self.line)[index]

        def __len__(self):
            return 4

        def __repr__(self):
            return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'

    FrameSummary.__module__ = 'traceback'
    FrameSummary.__qualname__ = 'FrameSummary'

    class StackSummary(list):
        """The places, the outermost first."""

        @classmethod
        def from_list(cls, a_list):
            return cls([place if type(place) is FrameSummary else FrameSummary(*place[:3], line=place[3]) for place in a_list])

        def format(self):
            return format_list(self)

    StackSummary.__module__ = 'traceback'
    StackSummary.__qualname__ = 'StackSummary'

    def extract_tb(tb, limit=None):
        return StackSummary(limited(summaries(outcome['summary'](checked(tb))), limit))

    def summaries(places):
        return [FrameSummary(file, line, name, line=text) for file, line, name, text in places]

    def extract_stack(f=None, limit=None):
        if f is not None:
            raise TypeError('guests have no frames')
        places = summaries(outcome['stack']())
        if limit is None:
            return StackSummary(places)
        return StackSummary(places[max(0, len(places) - limit):] if limit >= 0 else places[:-limit])

    def format_stack(f=None, limit=None):
        return format_list(extract_stack(f, limit))

    def print_stack(f=None, limit=None, file=None):
        show(''.join(format_stack(f, limit)), file)

    def checked(tb):
        if tb is not None and type(tb) is not TracebackType:
            raise TypeError(f"expected a traceback, got '{guard['name_of'](type(tb))}'")
        return tb

    def format_list(extracted_list):
        return [f'  File "{file}", line {line}, in {name}\n' + (f'    {text}\n' if text else '') for file, line, name, text in extracted_list]

    def format_tb(tb, limit=None):
        places = []
        for line in outcome['traceback_lines'](checked(tb), limit):
            if line.startswith(('  File "', '  [Previous line')) or not places:
                places.append('')
            places[-1] += line
        return places

    def print_tb(tb, limit=None, file=None):
        show(''.join(format_tb(tb, limit)), file)

    class TracebackException:
        """What an exception says, and where it was, without the exception itself."""
        __slots__ = ('_said',)

        def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, **_):
            lines = by_place(outcome['format_exception'](exc_value))
            set_said(self, (exc_type, extract_tb(exc_traceback, limit), outcome['text_of'](exc_value), outcome['exception_lines'](exc_value), lines))

        @classmethod
        def from_exception(cls, exc, *args, **kwargs):
            return cls(type(exc), exc, traceback_of(exc), *args, **kwargs)

        @property
        def exc_type(self):
            return said_by(self)[0]

        @property
        def stack(self):
            return said_by(self)[1]

        def __str__(self):
            return said_by(self)[2]

        def format_exception_only(self):
            yield from said_by(self)[3]

        def format(self, *, chain=True):
            yield from said_by(self)[4]

        def print(self, *, file=None, chain=True):
            for line in said_by(self)[4]:
                show(line, file)

    # Methods can be called with any object for self: descriptors of slots take none but their own.
    set_said, said_by = TracebackException.__dict__['_said'].__set__, TracebackException.__dict__['_said'].__get__
    traceback_of = BaseException.__dict__['__traceback__'].__get__
    TracebackException.__module__ = 'traceback'
    TracebackException.__qualname__ = 'TracebackException'

    return {'FrameSummary': FrameSummary, 'StackSummary': StackSummary, 'TracebackException': TracebackException, **named('traceback', {
        'extract_stack': extract_stack, 'format_stack': format_stack, 'print_stack': print_stack,
        'extract_tb': extract_tb, 'format_list': format_list, 'format_tb': format_tb, 'print_tb': print_tb,
        'format_exc': format_exc, 'format_exception': format_exception, 'print_exc': print_exc,
        'format_exception_only': format_exception_only, 'print_exception': print_exception})}
