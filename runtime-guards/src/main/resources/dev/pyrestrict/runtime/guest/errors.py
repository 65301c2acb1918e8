# Trusted code. Exceptions that GraalPy makes say some things in words of its own, and some with a Java stack trace:
# before a guest gets to see one it says what CPython's would say, and nothing of Java.
def errors(sources, frames):
    read_args = BaseException.__dict__['args'].__get__
    write_args = BaseException.__dict__['args'].__set__
    read_traceback = BaseException.__dict__['__traceback__'].__get__

    exact = {
        'list.index(x): x not in list': 'list.remove(x): x not in list',
        'byte must be in range(0, 256)': 'bytes must be in range(0, 256)',
        'cannot compare naive and aware datetimes': "can't compare offset-naive and offset-aware datetimes",
        'Python int too large to convert to Java int': 'Python int too large to convert to C int',
        'Python int too large to convert to Java long': 'Python int too large to convert to C long',
    }
    trace = '\n\nJava stack trace:'
    number_wanted = 'int() argument must be a string, a bytes-like object or a number, not '

    no_assignment = "' object does not support item assignment"
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

    def line_of(error):
        """The guest's own line in which the error was raised, or ''."""
        shown = frames[0](read_traceback(error))
        if not shown:
            return ''
        filename, line = shown[-1][:2]
        text = sources[filename]
        return text[line - 1] if 0 < line <= len(text) else ''

    def division(error, text):
        line = line_of(error)
        if text == 'integer division or modulo by zero' and '%' in line and '//' not in line and 'divmod' not in line:
            return 'integer modulo by zero'
        return text

    def index(error, text):
        line = line_of(error)
        if '.pop()' in line:
            return 'pop from empty list'
        return 'pop index out of range' if '.pop(' in line else text

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

    def reason(error):
        if error.reason != 'malformed input' or error.encoding.lower().replace('_', '-') not in ('utf-8', 'utf8'):
            return
        if isinstance(error, UnicodeEncodeError):
            error.reason = 'surrogates not allowed'
            return
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
            return division(error, text)
        if kind is IndexError and text == 'index out of range':
            return index(error, text)
        if kind is UnboundLocalError and text.startswith("local variable '") and text.endswith(' referenced before assignment'):
            return 'cannot access ' + text[:-len('referenced before assignment')] + 'where it is not associated with a value'
        if kind is TypeError:
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
            if text.startswith('isinstance() arg 2 must be a type or tuple'):
                return 'isinstance() arg 2 must be a type, a tuple of types, or a union'
            if text.startswith('float() argument must be a string or a number'):
                return text.replace('or a number', 'or a real number', 1)
            if text.startswith(('split() argument must be str, not ', 'rsplit() argument must be str, not ')):
                return text.partition('argument ')[2].replace('str', 'str or None', 1)
            if text.startswith(('encode() argument must be', 'decode() argument must be')):
                return text.replace('argument', "argument 'encoding'", 1)
            if text == 'ord() expected string of length 1, but ForeignString found':
                return 'ord() expected string of length 1, but another object found'
        if kind is AttributeError and "' object has no attribute '" in text and issubclass(type(error.obj), type):
            return 'type object ' + text.replace("' object has", "' has", 1)
        if kind is LookupError and text.startswith('unknown encoding ') and ':' not in text:
            return 'unknown encoding: ' + text[17:]
        return text

    def clean(error):
        """Changes what the error says, where it is not what CPython's would say; returns it."""
        kind = type(error)
        if kind is UnicodeDecodeError or kind is UnicodeEncodeError:
            reason(error)
            return error
        args = read_args(error)
        if args and type(args[0]) is str:
            if len(args) == 2 and kind is ValueError:
                day(error)
                return error
            better = reworded(error, args[0])
            if better is not args[0]:
                write_args(error, (better, *args[1:]))
        return error

    return clean
