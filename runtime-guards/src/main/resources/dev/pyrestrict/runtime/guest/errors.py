# Trusted code. Exceptions that GraalPy makes say some things in words of its own, and some with a Java stack trace:
# before a guest gets to see one it says what CPython's would say, and nothing of Java.
def errors(operand, builtin_call, pattern):
    from _io import StringIO
    from _struct import error as struct_error

    read_args = BaseException.__dict__['args'].__get__
    write_args = BaseException.__dict__['args'].__set__

    exact = {
        'range index out of range': 'range object index out of range',
        'cannot compare naive and aware times': "can't compare offset-naive and offset-aware times",
        'Cannot hash a signaling NaN value.': 'Cannot hash a signaling NaN value',
        'cannot round an infinity': 'cannot convert Infinity to integer',
        'cannot round a NaN': 'cannot convert NaN to integer',
        'Invalid tuple size in creation of Decimal from list or tuple.  The list or tuple should have exactly three elements.':
            'argument must be a sequence of length 3',
        'dict expected at most 1 arguments, got 2': 'dict expected at most 1 argument, got 2',
        'IndexError: string index out of range': 'string index out of range',
        'reduce() of empty sequence with no initial value': 'reduce() of empty iterable with no initial value',
        'map() must have at least two arguments': 'map() must have at least two arguments.',
        'list.sort() takes 1 positional argument but 2 were given': 'sort() takes no positional arguments',
        'pop from an emtpy set': 'pop from an empty set',
        'first argument must be callable  or None': 'first argument must be callable or None',
        'cannot mix naive and timezone-aware time': "can't subtract offset-naive and offset-aware datetimes",
        'result out of range': 'date value out of range',
        'Cannot convert NaN to integer': 'cannot convert NaN to integer',
        'Cannot convert infinity to integer': 'cannot convert Infinity to integer',
        'argument 1 must have "write" method': 'argument 1 must have a "write" method',
        'n must be >=0': 'n must be >= 0',
        'Cannot convert None to Decimal': 'conversion from NoneType to Decimal is not supported',
        'isqrt() argument must be non-negative': 'isqrt() argument must be nonnegative',
        'n must be non-negative integer': 'n must be a non-negative integer',
        'k must be non-negative integer': 'k must be a non-negative integer',
        'called match pattern must be a type': 'called match pattern must be a class',
        'list.index(x): x not in list': 'list.remove(x): x not in list',
        'cannot compare naive and aware datetimes': "can't compare offset-naive and offset-aware datetimes",
        'Python int too large to convert to Java int': 'Python int too large to convert to C int',
        'Python int too large to convert to Java long': 'Python int too large to convert to C long',
    }
    exact_overflow = 'Python int too large to convert to C int'
    trace = '\n\nJava stack trace:'
    number_wanted = 'int() argument must be a string, a bytes-like object or a number, not '

    no_assignment = "' object does not support item assignment"
    not_iterable = "' object is not iterable"
    no_deletion = "' object does not support item deletion"

    java_names = {'unknown': 'object', 'builtin-method': 'builtin_function_or_method'}

    def kind_shown(shown):
        """The type of an object of which GraalPy has put the text, or Java's, in a message."""
        name = shown.partition('(')[0]
        if name in ('tuple', 'range', 'slice', 'frozenset', 'set') and shown.endswith(')'):
            return name
        if shown.startswith('<class '):
            return 'type'
        if shown.startswith('<') and ' at 0x' in shown:
            words = shown[1:].partition(' at 0x')[0].split(' ')
            name = words[0].rpartition('.')[2] if words[-1] == 'object' else words[0]
            return java_names.get(name, name)
        if shown in ('True', 'False', 'true', 'false'):
            return 'bool'
        if shown == 'None':
            return 'NoneType'
        if shown.startswith(("b'", 'b"')):
            return 'bytes'
        digits = shown.lstrip('-')
        if digits.isdigit() and digits.isascii():
            return 'int'
        whole, point, fraction = digits.partition('.')
        return 'float' if point and whole.isdigit() and fraction.isdigit() else 'str'

    # Full guards call what has * or ** among its arguments for the guest.
    unpacking_guard = 'pyrestrict.guards.<locals>.apply_guard'

    # Functions of the runtime's are called by names of their own, not by where they stand.
    rooms = ('members', 'streams', 'library', 'sizes', 'guarded_builtins', 'facades', 'texts', 'formatting', 'host_values',
             'classes', 'attributes', 'matching', 'guards')

    missing, value_of_argument, mentions = operand['missing'], operand['argument'], operand['mentions']

    def index(error, text):
        popped = value_of_argument(error, '.pop')
        if popped is not missing:
            return 'pop index out of range'
        if mentions(error, '.pop('):
            return 'pop from empty list'
        # Of del a[i] the place is a[i]. Of whoever raises such a text it is the statement.
        is_deletion = mentions(error, 'del ') or mentions(error, ']') and not mentions(error, '(') and not mentions(error, 'raise')
        return 'list assignment index out of range' if is_deletion else text

    def of_bytes(error, text):
        """GraalPy takes bytes for lists."""
        if operand['names_one'](error, bytearray):
            return 'bytearray index out of range'
        return 'index out of range' if operand['names_one'](error, bytes) else text

    def is_of_deletion(error, text):
        """Whether del o.a failed, and not a statement of the guest's that raises such a text."""
        return any([mentions(error, way) for way in ('.' + text.split("'")[-2], 'delattr(', '__delattr__(')]) and not mentions(error, 'raise')

    def not_in(error, container):
        value = value_of_argument(error, '.index')
        return f'{value!r} is not in {container}' if value is not missing else f'x not in {container}'

    def day(error):
        """GraalPy's datetime is the one written in Python, which says ('day must be in 1..28', 29)."""
        text, value = read_args(error)
        what, must, _ = text.partition(' must be in ')
        if type(value) is not int or not must:
            return
        if what == 'day':
            write_args(error, ('day is out of range for month',))
        elif what == 'year':
            write_args(error, (f'year {value} is out of range',))
        elif what in ('month', 'hour', 'minute', 'second', 'microsecond'):
            write_args(error, (text,))

    # CPython's codecs name themselves in an error, GraalPy's are named as the guest has named them.
    names_of_codecs = {
        **dict.fromkeys(('utf8', 'utf', 'u8'), 'utf-8'), 'us-ascii': 'ascii',
        **dict.fromkeys(('latin1', 'latin', 'l1', 'iso8859-1', 'iso-8859-1'), 'latin-1')}

    def reason(error):
        """What a codec did not like. GraalPy says what Java says."""
        encoding = error.encoding.lower().replace('_', '-')
        given = error.reason
        if given not in ('malformed input', 'unmappable character'):
            return
        encoding = names_of_codecs.get(encoding, encoding)
        if encoding in ('utf-8', 'ascii', 'latin-1'):
            error.encoding = encoding
        wanted = 128 if encoding == 'ascii' else 256 if encoding == 'latin-1' else 0
        if isinstance(error, UnicodeEncodeError):
            if encoding == 'utf-8':
                error.reason = 'surrogates not allowed'
            elif wanted:
                error.reason = f'ordinal not in range({wanted})'
                text, end = error.object, error.end
                if type(text) is str and type(end) is int:
                    while end < len(text) and ord(text[end]) >= wanted:
                        end += 1
                    error.end = end
            else:
                error.encoding, error.reason = 'charmap', 'character maps to <undefined>'
        elif encoding == 'utf-8':
            utf_8_reason(error)
        elif wanted:
            error.reason = f'ordinal not in range({wanted})'
        else:
            error.encoding, error.reason = 'charmap', 'character maps to <undefined>'
        write_args(error, (error.encoding, error.object, error.start, error.end, error.reason))

    def utf_8_reason(error):
        data, start = error.object, error.start
        if type(data) is not bytes or type(start) is not int or not 0 <= start < len(data):
            return
        first = data[start]
        length = 2 if 0xc2 <= first < 0xe0 else 3 if 0xe0 <= first < 0xf0 else 4 if 0xf0 <= first < 0xf5 else 0
        if not length:
            error.reason = 'invalid start byte'
        elif len(data) - start < length and all([0x80 <= b < 0xc0 for b in data[start + 1:]]):
            error.reason = 'unexpected end of data'
        else:
            error.reason = 'invalid continuation byte'

    # Classes that are written in C, and whose messages name their module, where GraalPy has them in Python.
    in_modules = {**dict.fromkeys(('date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo'), 'datetime'), 'Decimal': 'decimal'}

    format_letters = {'byte': 'b', 'ubyte': 'B', 'short': 'h', 'ushort': 'H', 'int': 'i', 'uint': 'I', 'long': 'q', 'ulong': 'Q'}

    hash_functions = ('hashlib.', 'md5(', 'sha1(', 'sha224(', 'sha256(', 'sha384(', 'sha512(', 'blake2b(', 'blake2s(', '.update(')
    searches = ('match(', 'search(', 'sub(', 'subn(', 'findall(', 'finditer(', '.split(')

    def packed(text):
        """What struct says of a value that its format does not take."""
        first, space, rest = text.partition(' ')
        if first in format_letters and rest.startswith('format requires'):
            return f"'{format_letters[first]}' {rest}".replace('<= -1', '<= 18446744073709551615')
        if text.startswith('bad char in struct format'):
            return 'bad char in struct format'
        return "argument for 's' must be a bytes object" if text == 'argument for %s must be a % object' else text

    def full_names(error, text):
        """'datetime' and 'Decimal' with their modules, where the text quotes them."""
        parts = text.split("'")
        for i in range(1, len(parts) - 1, 2):
            module = in_modules.get(parts[i])
            if module is not None and not operand['is_own_class'](error, parts[i]):
                parts[i] = f'{module}.{parts[i]}'
        return "'".join(parts)

    def without_java(text):
        text = text.partition(trace)[0]
        kind, colon, rest = text.partition(': ')
        if colon and kind.isidentifier() and kind.endswith(('Exception', 'Error')):
            return rest
        return text

    def reworded(error, text):
        better = exact.get(text)
        if better is not None:
            return better
        if trace in text:
            return without_java(text)
        if 'ForeignString' in text:
            text = text.replace('ForeignString', 'str')
        kind = type(error)
        if kind is ValueError and text.startswith('Exceeds the limit ('):
            limit, _, rest = text[19:].partition(')')
            return f'Exceeds the limit ({limit} digits){rest}; use sys.set_int_max_str_digits() to increase the limit'
        if kind is ZeroDivisionError:
            return operand['division'](error, text) if text in ('division by zero', 'integer division or modulo by zero') else text
        if kind is IndexError and text == 'index out of range':
            return index(error, text)
        if kind is IndexError and text == 'list index out of range' and not operand['names_one'](error, list):
            return of_bytes(error, text)
        if kind is UnboundLocalError and text.startswith("local variable '") and text.endswith(' referenced before assignment'):
            return 'cannot access ' + text[:-len('referenced before assignment')] + 'where it is not associated with a value'
        if kind is ValueError and text in ('byte must be in range(0, 256)', 'bytes must be in range(0, 256)'):
            return ('bytes' if mentions(error, 'bytes(') else 'byte') + ' must be in range(0, 256)'
        if kind is ValueError and text == 'I/O operation on closed file.' and operand['names_one'](error, StringIO):
            return text[:-1]
        if kind is struct_error:
            return packed(text)
        if kind is ValueError and text in ('x not in list', 'deque.remove(x): x not in deque') and mentions(error, '.index('):
            return not_in(error, text.rpartition(' ')[2])
        if kind is ValueError and text == 'deque.remove(x): x not in deque':
            value = value_of_argument(error, '.remove')
            return text if value is missing else f'{value!r} is not in deque'
        if kind is ValueError and text.endswith(" for object of type 'integer'"):
            return text[:-8] + "int'"
        if kind is ValueError and text == 'Invalid conversion specification':
            what = operand['formatted'](error)
            return text if what is None else f"Invalid format specifier '{what[1]}' for object of type '{what[0]}'"
        if kind is ValueError and text.startswith(('Invalid format specifier: ', "Fill character conflicts with '0' in format specifier: ")) and operand['is_library'](error):
            return 'invalid format string'
        if text.startswith('look-behind requires fixed-width pattern at position '):
            return 'look-behind requires fixed-width pattern'
        if kind is TypeError:
            if text == "'NoneType' object cannot be interpreted as an integer":
                part = operand['part_of_date'](error)
                return f'function missing required argument {part}' if part else text
            if text in ("date.__new__() missing 1 required positional argument: 'year'", "datetime.__new__() missing 1 required positional argument: 'year'"):
                return text if operand['is_own_class'](error, text.partition('.')[0]) else "function missing required argument 'year' (pos 1)"
            if text.startswith('type() argument ') and ' must be strings, not ' in text:
                place, _, found = text[16:].partition(' must be strings, not ')
                wanted = {'1': 'str', '2': 'tuple', '3': 'dict'}.get(place, 'str')
                return f'type.__new__() argument {place} must be {wanted}, not {found}'
            if text.startswith('BaseExceptionGroup argument '):
                return text.replace(' argument', '.__new__() argument', 1)
            if ' takes from 0 to 1 positional argument but ' in text:
                return text.replace(' argument but ', ' arguments but ', 1)
            if text == "'Pattern' object is not callable" and not operand['is_guests'](error, 'Pattern'):
                return "'re.Pattern' object is not callable"
            name, call, rest = text.partition('() ')
            if name[:8] == 'Pattern.' and rest.startswith('missing 1 required positional argument: ') and not operand['is_guests'](error, 'Pattern'):
                place = 2 if name in ('Pattern.sub', 'Pattern.subn') and rest.endswith("'string'") else 1
                return f"{name[8:]}() missing required argument {rest.rpartition(' ')[2]} (pos {place})"
            room, inside, _ = name.partition('.<locals>.')
            if call and inside and room in rooms and not operand['is_guests'](error, room):
                text = name.rpartition('.')[2] + call + rest
            if text.startswith('write() argument must be str, not ') and operand['names_one'](error, StringIO):
                return f"string argument expected, got '{text[34:]}'"
            if text.endswith(not_iterable):
                found = text[1:-len(not_iterable)]
                return {
                    '*': f'Value after * must be an iterable, not {found}', '**': f"'{found}' object is not a mapping",
                }.get(operand['unpacked'](error, found), text)
            if text.startswith('iter() returned non-iterator of type ') and text[37:38] != "'":
                return f"{text[:37]}'{text[37:]}'"
            if text.startswith('StringIO() argument must be str, not '):
                return 'initial_value must be str or None, not ' + text[37:]
            if text.startswith("'async for' requires object with "):
                return text.replace('object', 'an object', 1)
            told = builtin_call(error, text) if '() ' in text or ' keyword argument for ' in text else text
            if told is not text:
                return told
            if text.startswith('unsupported operand type(s) for') or "' not supported between instances of '" in text:
                return full_names(error, text)
            if text == 'expected string or bytes-like object':
                found = operand['searched'](error)
                return f"{text}, got '{found}'" if found else text
            if text == "a bytes-like object is required, not 'str'" and any([mentions(error, name) for name in hash_functions]):
                return 'Strings must be encoded before hashing'
            if text.startswith("object of type '") and any([mentions(error, name) for name in searches]) and not mentions(error, 'len('):
                return f"expected string or bytes-like object, got '{text[16:].partition(chr(39))[0]}'"
            if text.startswith(('strip() argument 1 must be str, not ', 'lstrip() argument 1 must be str, not ', 'rstrip() argument 1 must be str, not ')):
                return text.partition('()')[0] + ' arg must be None or str'
            if text.startswith("can't compare '"):
                return "can't" + full_names(error, text[5:]).replace("'", '')
            if text.startswith(number_wanted) and "'" not in text:
                return f"int() argument must be a string, a bytes-like object or a real number, not '{text[len(number_wanted):]}'"
            if text.startswith('bad operand type for unary') and text[26:27] in ('-', '+', '~'):
                return 'bad operand type for unary ' + text[26:]
            if text.endswith(no_assignment):
                return f"'{kind_shown(text[1:-len(no_assignment)])}{no_assignment}"
            if text.endswith(no_deletion):
                holder = kind_shown(text[1:-len(no_deletion)])
                # As PyObject_DelItem has it: one sentence for what might have been a sequence, one for all else.
                verb = "doesn't" if holder in ('tuple', 'str', 'bytes', 'range', 'set', 'frozenset', 'object') else 'does not'
                return f"'{holder}' object {verb} support item deletion"
            if 'positional sub-pattern' in text and text.startswith('type() ') or text.startswith('<class ') and ' got multiple sub-patterns' in text:
                cls = operand['matched_class'](error)
                rest = text.partition('() ')[2].replace('positional', ' positional').replace('  ', ' ')
                return f'{cls}() {rest}' if cls else text
            if "' requires a '" in text and "' object but received a '" in text:
                method, wanted, found = text.split("'")[1:6:2]
                return f"descriptor '{method}' for '{wanted}' objects doesn't apply to a '{found}' object"
            if text.startswith('isinstance() arg 2 must be a type or tuple'):
                return 'isinstance() arg 2 must be a type, a tuple of types, or a union'
            if text.startswith('float() argument must be a string or a number'):
                return text.replace('or a number', 'or a real number', 1)
            if text.startswith(('split() argument must be str, not ', 'rsplit() argument must be str, not ')):
                return text.partition('argument ')[2].replace('str', 'str or None', 1)
            if text.startswith(('encode() argument must be', 'decode() argument must be')):
                return text.replace('argument', "argument 'encoding'", 1)
            if text.startswith(unpacking_guard):
                return (operand['matched_class'](error) or 'function') + text[len(unpacking_guard):]
            if text in ('ord() expected string of length 1, but str found', 'ord() expected string of length 1, but another object found'):
                value = value_of_argument(error, 'ord')
                found = 'another object' if value is missing else type(value).__name__
                return f'ord() expected string of length 1, but {found} found'
        if kind is AttributeError and "' object has no attribute '" in text and issubclass(type(error.obj), type):
            return 'type object ' + text.replace("' object has", "' has", 1)
        if kind is AttributeError and text.partition(" has no attribute '")[0].isidentifier() and is_of_deletion(error, text):
            holder, _, rest = text.partition(' has ')
            return f"'{holder}' object has {rest}"
        if kind is AttributeError and text[1:].partition("'")[0] in in_modules:
            return full_names(error, text)
        if kind is OverflowError and text.startswith('timedelta # of days is too large: '):
            days = text[34:]
            return f'days={days}; must have magnitude <= 999999999' if len(days.lstrip('-')) < 10 else exact_overflow
        if kind is LookupError and text.startswith('unknown encoding ') and ':' not in text:
            return 'unknown encoding: ' + text[17:]
        return text

    def name_what_is_missing(error):
        """GraalPy's NameError has no name."""
        names, args = object.__getattribute__(error, '__dict__'), read_args(error)
        if type(names) is dict:
            found = type(error) is NameError and len(args) == 1 and type(args[0]) is str and pattern(
                r"(?:name|cannot access free variable) '(\w+)' (?:is not defined|where it is not associated with .*)").fullmatch(args[0])
            names.setdefault('name', found[1] if found else None)

    def clean(error):
        """Changes what the error says, where it is not what CPython's would say; returns it."""
        try:
            change(error)
        except (ValueError, TypeError, LookupError, AttributeError, SystemError):
            # A guest's own text that only begins as one of GraalPy's does: it stays as it is.
            give_words(error)
        return error

    def give_words(error):
        """GraalPy puts an error into words when it is asked for them, and fails where an object is no class, as in type('X', (1,), {})."""
        try:
            read_args(error)
        except (TypeError, SystemError):
            write_args(error, ('an argument is of a type that is not taken here',))

    # What errors say instead, by their ids: one is caught more than once, and its words are not GraalPy's any more.
    told = {}

    def change(error):
        kind = type(error)
        if kind is NameError or kind is UnboundLocalError:
            name_what_is_missing(error)
        if kind is UnicodeDecodeError or kind is UnicodeEncodeError:
            if type(error.encoding) is str and type(error.reason) is str:
                reason(error)
            return
        args = read_args(error)
        if args and type(args[0]) is str:
            if len(args) == 2 and kind is ValueError:
                day(error)
                return
            if kind is OverflowError and args == ('Numerical result out of range',):
                write_args(error, (34, *args))
                return
            if told.get(id(error)) == args[0]:
                return
            better = reworded(error, args[0])
            if better is not args[0]:
                write_args(error, (better, *args[1:]))
                if len(told) >= 200:
                    told.clear()
                told[id(error)] = better

    return clean
