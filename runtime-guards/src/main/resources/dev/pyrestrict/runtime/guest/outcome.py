# Trusted code. What a guest's author reads when the guest raised: a traceback of the guest's own lines.
def outcome(guard, sources, locate, clean):
    import sys
    from itertools import islice

    def lines_of(filename):
        return sources.get(filename)

    def frames(traceback):
        """Returns (file, line, function, place) of the guest's frames; the place is where in the guest's
        source, or None."""
        shown = []
        while traceback is not None:
            code = traceback.tb_frame.f_code
            if lines_of(code.co_filename) is not None and id(traceback.tb_frame.f_globals) in guard['namespaces']:
                place = origin(traceback, code)
                name = code.co_name
                if shown and name in ('<listcomp>', '<setcomp>', '<dictcomp>'):
                    # CPython 3.12 has no frames for comprehensions (PEP 709), GraalPy has.
                    name = shown.pop()[2]
                shown.append((code.co_filename, place[0] if place else traceback.tb_lineno, name, place))
            traceback = traceback.tb_next
        return shown

    def origin(traceback, code):
        line, column, end = traceback.tb_lineno, -1, -1
        # GraalPy does not say where in its line a module's own frame is: the widest on the line then.
        if traceback.tb_lasti >= 0:
            for first, last, start, stop in islice(code.co_positions(), traceback.tb_lasti // 2, traceback.tb_lasti // 2 + 1):
                if first == last == line:
                    column, end = start, stop
        found = list(locate(code.co_filename, line, column, end))
        return [int(number) for number in found] if found else None

    def carets(text, place):
        """Marks the place under a line of source, as CPython does; columns of a place count bytes."""
        line, column, end_line, end_column = place
        encoded = text.encode('utf-8', 'surrogatepass')
        start = len(encoded[:column].decode('utf-8', 'replace'))
        end = len(encoded[:end_column].decode('utf-8', 'replace')) if end_line == line else len(text.rstrip())
        indent = len(text) - len(text.lstrip())
        whole = start <= indent and end >= len(text.rstrip())
        return ' ' * (start - indent) + '^' * max(1, end - start), whole

    def frame_lines(traceback, mark_whole_lines):
        out = []
        repeated, last = 0, None
        for entry in frames(traceback):
            repeated = repeated + 1 if entry == last else 0
            last = entry
            if repeated > 2:
                continue
            filename, line, function, place = entry
            out.append(f'  File "{filename}", line {line}, in {function}\n')
            text = lines_of(filename)
            if 0 < line <= len(text) and text[line - 1].strip():
                out.append(f'    {text[line - 1].strip()}\n')
                marks, whole = carets(text[line - 1], place) if place else ('', True)
                if marks and (mark_whole_lines or not whole):
                    out.append(f'    {marks}\n')
            if len(out) > 400:
                out.append('  ...\n')
                break
        return out

    def text_of(error):
        try:
            text = str(clean(error))
            return text if type(text) is str else '<exception str() failed>'
        except BaseException:
            return '<exception str() failed>'

    def exception_line(error):
        t = type(error)
        module = guard['type_dict'](t).get('__module__')
        name = type.__dict__['__qualname__'].__get__(t)
        if type(module) is str and module not in ('builtins', '__main__'):
            name = f'{module}.{name}'
        text = text_of(error)
        return f'{name}: {text}\n' if text else f'{name}\n'

    def exception_lines(error):
        """The line that names the error, and the notes that add_note() made."""
        try:
            notes = object.__getattribute__(error, '__notes__')
        except AttributeError:
            notes = None
        if type(notes) is not list:
            notes = []
        return [exception_line(error)] + [note + '\n' for note in notes if type(note) is str]

    read_cause = BaseException.__dict__['__cause__'].__get__
    read_context = BaseException.__dict__['__context__'].__get__
    read_suppress = BaseException.__dict__['__suppress_context__'].__get__
    read_traceback = BaseException.__dict__['__traceback__'].__get__

    def format_exception(error, depth=0, mark_whole_lines=False):
        out = []
        cause, context = read_cause(error), read_context(error)
        if depth < 10:
            if cause is not None:
                out += format_exception(cause, depth + 1, mark_whole_lines)
                out.append('\nThe above exception was the direct cause of the following exception:\n\n')
            elif context is not None and not read_suppress(error):
                out += format_exception(context, depth + 1, mark_whole_lines)
                out.append('\nDuring handling of the above exception, another exception occurred:\n\n')
        shown = frame_lines(read_traceback(error), mark_whole_lines)
        if shown:
            out.append('Traceback (most recent call last):\n')
            out += shown
        out += exception_lines(error)
        if isinstance(error, BaseExceptionGroup) and depth < 10:
            for inner in BaseExceptionGroup.__dict__['exceptions'].__get__(error):
                out += ['  ' + line for part in format_exception(inner, depth + 1, mark_whole_lines) for line in part.splitlines(True)]
        return out

    def report(error):
        """Returns (kind, text, line): 'exit' with its status, or 'raised' with the traceback."""
        if isinstance(error, SystemExit):
            code = error.code
            if code is None:
                return ('exit', '', 0)
            if type(code) is int or type(code) is bool:
                return ('exit', '', int(code) & 0xff)
            return ('exit', text_of(error) + '\n', 1)
        where = frames(read_traceback(error))
        return ('raised', ''.join(format_exception(error, mark_whole_lines=True)), where[-1][1] if where else 0)

    def current_line():
        """Returns the line of the innermost frame of the guest's main module, 0 when there is none."""
        main = next(iter(sources), None)
        frame = sys._getframe(1)
        while frame is not None:
            if frame.f_code.co_filename == main and id(frame.f_globals) in guard['namespaces']:
                return frame.f_lineno
            frame = frame.f_back
        return 0

    def flush():
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except BaseException:
                pass

    return {'report': report, 'flush': flush, 'format_exception': format_exception, 'exception_lines': exception_lines,
            'frames': frames, 'current_line': current_line}
