# Trusted code. Members of the standard library that act for the guest (read attributes, evaluate text,
# loop without end, change classes), rewritten or wrapped so that the guards see what they do. Those of a module are in members/, in a
# file with its name; it is run when the module is first imported, and takes what it needs of what is here by its name.
def library(host, guard, formatting, size, outcome, arguments, streams, main):
    from types import FunctionType
    trusted = globals()
    clean = arguments['clean']

    def named(module, members):
        for name, member in members.items():
            if type(member) is type(named):
                member.__name__ = member.__qualname__ = name
                member.__module__ = module
        return members

    def with_long_ranges():
        """What asks a Sequence for its kind takes a long range for one, as it does a range."""
        from collections.abc import Sequence

        Sequence.register(guard['long_range'])
        # From now on it is known of what guests have for range, too, which is equal to it.
        issubclass(range, Sequence)

    known_hashes = {'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512',
                    'sha_1', 'sha_224', 'sha_256', 'sha_384', 'sha_512', 'shake_128', 'shake_256', 'blake2b', 'blake2s'}

    def explained(function, *arguments, **keywords):
        """Calls the function; an exception of it says nothing of Java."""
        try:
            return function(*arguments, **keywords)
        except Exception as error:
            raise clean(error) from None

    # --- formats of dates and times, written and read ----------------------------------------------

    composed = {'D': '%m/%d/%y', 'F': '%Y-%m-%d', 'R': '%H:%M', 'T': '%H:%M:%S', 'h': '%b', 'r': '%I:%M:%S %p', 'n': '\n', 't': '\t', '%': '%%'}

    def reckoned(letter, fields):
        """What C's strftime has and GraalPy's has not, of a year, a month, a day and so on."""
        year, month, day, hour = fields[:4]
        if letter == 'u':
            return f'{fields[6] + 1}'
        if letter == 'C':
            return f'{year // 100:02}'
        if letter == 'P':
            return 'am' if hour < 12 else 'pm'
        if letter in 'ekl':
            return f"{day if letter == 'e' else hour if letter == 'k' else (hour + 11) % 12 + 1:2}"
        from datetime import date
        iso_year, week, _ = date(year, month, day).isocalendar()
        return f'{iso_year}' if letter == 'G' else f'{week:02}' if letter == 'V' else f'{iso_year % 100:02}'

    def expanded(format, fields):
        """The format in what GraalPy knows of formats; it loses what stands beside anything else."""
        if type(format) is not str or '%' not in format:
            return format
        parts, start = [], 0
        while (at := format.find('%', start)) >= 0:
            parts.append(format[start:at])
            unpadded = format[at + 1:at + 2] == '-'
            letter = format[at + 1 + unpadded:at + 2 + unpadded]
            start = at + 2 + unpadded
            if letter and letter in 'aAbBcdfHIjmMpSUwWxXyYzZ:':
                parts.append(format[at:start])
            elif letter in composed:
                parts.append(composed[letter])
            elif letter and letter in 'CeGgklPuV':
                text = reckoned(letter, fields)
                parts.append(text.lstrip(' 0') or '0' if unpadded else text)
            else:
                parts.append('%' + format[at:start])
        parts.append(format[start:])
        return ''.join(parts)

    def iso_problem(text):
        """What CPython says of a text that is no date or time; GraalPy does not say what it was."""
        def number(start, end):
            digits = text[start:end]
            return int(digits) if len(digits) == end - start and digits.isascii() and digits.isdigit() else -1

        if type(text) is str and len(text) >= 10 and text[4] == text[7] == '-' and (len(text) == 10 or len(text) >= 16 and text[13] == ':'):
            year, month, day = number(0, 4), number(5, 7), number(8, 10)
            if year == 0:
                return 'year 0 is out of range'
            if year > 0 and month >= 0 and not 1 <= month <= 12:
                return 'month must be in 1..12'
            if year > 0 and month > 0 and day >= 0:
                last = 29 if month == 2 and (year % 4 == 0 and year % 100 or year % 400 == 0) else 28 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
                if not 1 <= day <= last:
                    return 'day is out of range for month'
                if number(11, 13) > 23:
                    return 'hour must be in 0..23'
                if number(14, 16) > 59:
                    return 'minute must be in 0..59'
                if number(17, 19) > 59:
                    return 'second must be in 0..59'
        return f'Invalid isoformat string: {text!r}' if type(text) is str else ''

    @guard['handler']('iso format')
    def read_isoformat(o, name):
        real = getattr(o, name)

        def fromisoformat(text, /):
            try:
                return real(text)
            except ValueError as error:
                problem = iso_problem(text)
                if not problem:
                    raise
                raise ValueError(problem) from None

        return fromisoformat

    # -----------------------------------------------------------------------------------------------

    shared = {
        'guard': guard, 'size': size, 'formatting': formatting, 'outcome': outcome, 'arguments': arguments, 'streams': streams,
        'read': guard['dynamic_getattr'], 'exact': guard['exact_name'], 'own_class': guard['is_own_class'],
        'named': named, 'with_long_ranges': with_long_ranges, 'explained': explained, 'known_hashes': known_hashes, 'expanded': expanded, 'clean': clean,
    }

    def members_of(module):
        def members():
            # All trusted code is run in the guest's own module, and taken away from there.
            guests = main.get('members', main)
            try:
                host['run_members'](module)
                code = main['members'].__code__
            finally:
                if guests is main:
                    main.pop('members', None)
                else:
                    main['members'] = guests
            return FunctionType(code, trusted, 'members')(*[shared[name] for name in code.co_varnames[:code.co_argcount]])

        return members

    shared['members_of'] = members_of
    modules = (
        'argparse array base64 binascii codecs collections.abc configparser contextlib dataclasses datetime decimal functools hashlib hmac io itertools json math operator '
        'pathlib random re shlex string sys time traceback types typing unicodedata uuid warnings zlib')
    return {module: members_of(module) for module in modules.split()}
