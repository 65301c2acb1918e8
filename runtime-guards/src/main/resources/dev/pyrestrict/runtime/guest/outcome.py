# Trusted code. What a guest's author reads when the guest raised: a traceback of the guest's own lines.
def outcome(guard, sources):
    import sys

    def lines_of(filename):
        return sources.get(filename)

    def frames(traceback):
        shown = []
        while traceback is not None:
            code = traceback.tb_frame.f_code
            if lines_of(code.co_filename) is not None and id(traceback.tb_frame.f_globals) in guard['namespaces']:
                shown.append((code.co_filename, traceback.tb_lineno, code.co_name))
            traceback = traceback.tb_next
        return shown

    def frame_lines(traceback):
        out = []
        repeated, last = 0, None
        for entry in frames(traceback):
            repeated = repeated + 1 if entry == last else 0
            last = entry
            if repeated > 2:
                continue
            filename, line, function = entry
            out.append(f'  File "{filename}", line {line}, in {function}\n')
            text = lines_of(filename)
            if 0 < line <= len(text) and text[line - 1].strip():
                out.append(f'    {text[line - 1].strip()}\n')
            if len(out) > 400:
                out.append('  ...\n')
                break
        return out

    def text_of(error):
        try:
            text = str(error)
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

    read_cause = BaseException.__dict__['__cause__'].__get__
    read_context = BaseException.__dict__['__context__'].__get__
    read_suppress = BaseException.__dict__['__suppress_context__'].__get__
    read_traceback = BaseException.__dict__['__traceback__'].__get__

    def format_exception(error, depth=0):
        out = []
        cause, context = read_cause(error), read_context(error)
        if depth < 10:
            if cause is not None:
                out += format_exception(cause, depth + 1)
                out.append('\nThe above exception was the direct cause of the following exception:\n\n')
            elif context is not None and not read_suppress(error):
                out += format_exception(context, depth + 1)
                out.append('\nDuring handling of the above exception, another exception occurred:\n\n')
        shown = frame_lines(read_traceback(error))
        if shown:
            out.append('Traceback (most recent call last):\n')
            out += shown
        out.append(exception_line(error))
        if isinstance(error, BaseExceptionGroup) and depth < 10:
            for inner in BaseExceptionGroup.__dict__['exceptions'].__get__(error):
                out += ['  ' + line for part in format_exception(inner, depth + 1) for line in part.splitlines(True)]
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
        return ('raised', ''.join(format_exception(error)), where[-1][1] if where else 0)

    def flush():
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except BaseException:
                pass

    return {'report': report, 'flush': flush, 'format_exception': format_exception, 'exception_line': exception_line,
            'frames': frames}
