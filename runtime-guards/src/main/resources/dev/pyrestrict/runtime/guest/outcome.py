# Trusted code. What a guest's author reads when the guest raised: a traceback of the guest's own lines.
def outcome(guard, sources, locate, clean, pattern):
    import sys
    from itertools import islice

    def lines_of(filename):
        return sources.get(filename)

    comprehensions = ('<listcomp>', '<setcomp>', '<dictcomp>')

    def frames(traceback):
        """Returns (file, line, function, place) of the guest's frames; the place is where in the guest's
        source, or None."""
        shown = []
        while traceback is not None:
            code = traceback.tb_frame.f_code
            if lines_of(code.co_filename) is not None and guard['is_own_namespace'](traceback.tb_frame.f_globals):
                place = origin(traceback, code)
                name = code.co_name
                if shown and name in comprehensions:
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

    def carets(text, place, error):
        """The marks for a place, to stand under its line of source, as CPython makes them: none where they would say no
        more than the line does. Columns of a place count bytes."""
        line, column, end_line, end_column = place
        encoded = text.encode('utf-8', 'surrogatepass')
        start = len(encoded[:column].decode('utf-8', 'replace'))
        end = len(encoded[:end_column].decode('utf-8', 'replace')) if end_line == line else len(text.rstrip())
        indent = len(text) - len(text.lstrip())
        segment = text[start:end]
        if type(error) is AttributeError and segment.endswith(')') and type(error.name) is str:
            # It is the attribute that was not there, not its call that failed.
            before, found, arguments = segment.rpartition('.' + error.name + '(')
            if found and '.' not in arguments:
                segment = before + found[:-1]
                end = start + len(segment)
        anchor = anchor_of(segment) if end_line == line else None
        if anchor is None:
            is_whole_line = start <= indent and end >= len(text.rstrip())
            return '' if is_whole_line else ' ' * (start - indent) + '^' * max(1, end - start)
        left, right = anchor
        return ' ' * (start - indent) + '~' * left + '^' * (right - left) + '~' * (len(segment) - right)

    operators = ('**', '//', '<<', '>>', '+', '-', '*', '/', '%', '@', '&', '|', '^')
    binding = {'|': 0, '^': 1, '&': 2, '<<': 3, '>>': 3, '+': 4, '-': 4, '*': 5, '/': 5, '//': 5, '%': 5, '@': 5, '**': 6}
    words = r'\b(?:and|or|not|if|else|in|is|lambda|await|for|yield|raise|return|assert|del|import|with)\b'

    def anchor_of(segment):
        """Where in an expression its operator is, or the brackets of its subscript; None for other expressions."""
        flat, outer, depth, opened, quote = [], [], 0, 0, ''
        for i, c in enumerate(segment):
            if quote:
                flat.append('_')
                if c == quote:
                    quote = ''
                continue
            if c in '\'"':
                quote = c
                flat.append('_')
                continue
            if c in '([{':
                if depth == 0:
                    opened = i
                depth += 1
            flat.append(c if depth == 0 else '_')
            if c in ')]}':
                depth -= 1
        flat = ''.join(flat)
        if depth or quote or not flat.strip() or pattern(words).search(flat) or pattern(r'[,:;!~<>=](?!<|>)').search(pattern('<<|>>').sub('__', flat)):
            return None
        best = None
        i = 0
        while i < len(flat):
            found = next((operator for operator in operators if flat.startswith(operator, i)), None)
            if found is None:
                i += 1
                continue
            is_binary = flat[:i].rstrip()[-1:] not in ('', *'+-*/%@&|^<>')
            if is_binary and (best is None or binding[found] < binding[best[1]] or binding[found] == binding[best[1]] and found != '**'):
                best = (i, found)
            i += len(found)
        if best is not None:
            return best[0], best[0] + len(best[1])
        if segment.endswith(']') and opened and segment[opened] == '[' and flat[:opened].strip():
            return opened, len(segment)
        return None

    def traceback_lines(traceback, limit=None):
        return frame_lines(traceback, None, limit)

    def text_at(file, line):
        return lines_of(file)[line - 1].strip() if 0 < line <= len(lines_of(file)) else ''

    def summary(traceback):
        """(file, line, function, text) of the guest's frames."""
        return [(file, line, name, text_at(file, line)) for file, line, name, _ in frames(traceback)]

    def stack():
        """The same of the guest's frames that are running, the outermost first."""
        found, inner = [], 0
        frame = sys._getframe(1)
        while frame is not None:
            code = frame.f_code
            if lines_of(code.co_filename) is not None and guard['is_own_namespace'](frame.f_globals):
                # CPython 3.12 has no frames for comprehensions, see frames().
                inner = inner or frame.f_lineno
                if code.co_name not in comprehensions:
                    found.append((code.co_filename, inner, code.co_name, text_at(code.co_filename, inner)))
                    inner = 0
            frame = frame.f_back
        return found[::-1]

    def limited(places, limit):
        """The first so many of them, or the last if the limit is below zero."""
        if limit is None:
            return places
        return places[:limit] if limit >= 0 else places[limit:]

    def frame_lines(traceback, error, limit=None):
        out = []
        repeated, last = 0, None

        def told():
            if repeated > 2:
                out.append(f'  [Previous line repeated {repeated - 2} more time{"s" if repeated > 3 else ""}]\n')

        for entry in limited(frames(traceback), limit):
            if last is None or entry[:3] != last:
                told()
                repeated, last = 0, entry[:3]
            else:
                repeated += 1
            if repeated > 2:
                continue
            filename, line, function, place = entry
            out.append(f'  File "{filename}", line {line}, in {function}\n')
            text = lines_of(filename)
            if 0 < line <= len(text) and text[line - 1].strip():
                out.append(f'    {text[line - 1].strip()}\n')
                marks = carets(text[line - 1], place, error) if place else ''
                if marks:
                    out.append(f'    {marks}\n')
            if len(out) > 400:
                out.append('  ...\n')
                return out
        told()
        return out

    def text_of(error):
        try:
            text = str(clean(error))
            return text if type(text) is str else '<exception str() failed>'
        except BaseException:
            return '<exception str() failed>'

    def exception_line(error):
        t = type(error)
        module = type.__dict__['__module__'].__get__(t)
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
        return [exception_line(error)] + [line + '\n' for note in notes if type(note) is str for line in note.split('\n')]

    read_cause = BaseException.__dict__['__cause__'].__get__
    read_context = BaseException.__dict__['__context__'].__get__
    read_suppress = BaseException.__dict__['__suppress_context__'].__get__
    read_traceback = BaseException.__dict__['__traceback__'].__get__

    def chain(error):
        """The error after those that it came from or came up while handling, each with the sentence before the next."""
        found = [(error, '')]
        while len(found) < 10:
            cause, context = read_cause(error), read_context(error)
            if cause is not None:
                error, sentence = cause, 'The above exception was the direct cause of the following exception'
            elif context is not None and not read_suppress(error):
                error, sentence = context, 'During handling of the above exception, another exception occurred'
            else:
                break
            found.append((error, f'\n{sentence}:\n\n'))
        return reversed(found)

    most_groups, most_members = 10, 15
    members_of = BaseExceptionGroup.__dict__['exceptions'].__get__

    def format_exception(error, depth=0, limit=None, chained=True):
        """Lines as traceback.format_exception() has them; depth is that of the exception group around the error."""
        out = []

        def emit(lines, margin='|'):
            prefix = '  ' * depth + margin + ' ' if depth else ''
            out.extend([''.join([prefix + part for part in line.splitlines(True)]) for line in lines])

        for each, sentence in chain(error) if chained else [(error, '')]:
            is_group = issubclass(type(each), BaseExceptionGroup)
            if depth > most_groups and is_group:
                emit([f'... (max_group_depth is {most_groups})\n'])
                continue
            outer = depth
            if is_group and not depth:
                depth = 1
            shown = frame_lines(read_traceback(each), each, limit)
            if shown:
                emit([('Exception Group ' if is_group else '') + 'Traceback (most recent call last):\n'], '|' if outer or not is_group else '+')
                emit(shown)
            emit(exception_lines(each))
            if is_group:
                members = members_of(each)
                for i, member in enumerate(members[:most_members]):
                    out.append('  ' * depth + ('+-' if i == 0 else '  ') + f'+---------------- {i + 1} ----------------\n')
                    out.extend(format_exception(member, depth + 1, limit, chained))
                if len(members) > most_members:
                    rest = len(members) - most_members
                    out.append('  ' * depth + '  +---------------- ... ----------------\n')
                    out.append('  ' * (depth + 1) + f'| and {rest} more exception{"s" if rest > 1 else ""}\n')
                if not ends_in_group(members, len(members) > most_members):
                    out.append('  ' * (depth + 1) + '+------------------------------------\n')
            depth = outer
            if sentence:
                emit([sentence])
        return out

    def ends_in_group(members, cut):
        """Whether the last member shown has closed the tree already."""
        return not cut and issubclass(type(members[-1]), BaseExceptionGroup)

    most_text = 1 << 17

    def shortened(text):
        """What a host can keep in its log, however much a guest's exception says of itself."""
        left_out = len(text) - most_text
        if left_out <= 0:
            return text
        return f'{text[:most_text // 2]}\n... {left_out} characters are left out ...\n{text[-most_text // 2:]}'

    def report(error):
        """Returns (kind, text, line): 'exit' with its status, or 'raised' with the traceback."""
        if issubclass(type(error), SystemExit):
            code = error.code
            if code is None:
                return ('exit', '', 0)
            if type(code) is int or type(code) is bool:
                return ('exit', '', int(code) & 0xff)
            return ('exit', shortened(text_of(error)) + '\n', 1)
        where = frames(read_traceback(error))
        return ('raised', shortened(''.join(format_exception(error))), where[-1][1] if where else 0)

    def current_line():
        """Returns the line of the innermost frame of the guest's main module, 0 when there is none. Compiled code does
        not always know its line; then it is that of the call that led there."""
        main = next(iter(sources), None)
        frame = sys._getframe(1)
        while frame is not None:
            if frame.f_code.co_filename == main and frame.f_lineno > 0 and guard['is_own_namespace'](frame.f_globals):
                return frame.f_lineno
            frame = frame.f_back
        return 0

    # A guest may have put something else in their place when it ends, whose methods nothing would stop.
    streams = (sys.stdout, sys.stderr)

    def flush():
        for stream in streams:
            try:
                stream.flush()
            except BaseException:
                pass

    return {'report': report, 'flush': flush, 'format_exception': format_exception, 'exception_lines': exception_lines, 'text_of': text_of,
            'frames': frames, 'traceback_lines': traceback_lines, 'limited': limited, 'summary': summary, 'stack': stack, 'current_line': current_line}
