# Trusted code. GraalPy says of a builtin that was called with too few or too many arguments what Python says of a
# function of its own; CPython's builtins say it in words of theirs, by how they take their arguments.
def arguments(is_guests):
    takes_none = {
        'str': 'capitalize casefold isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper lower swapcase title upper',
        'bytes': 'capitalize isalnum isalpha isascii isdigit islower isspace istitle isupper lower swapcase title upper',
        'list': 'clear copy reverse', 'dict': 'clear copy items keys popitem values', 'set': 'clear copy pop', 'frozenset': 'copy',
        'int': 'as_integer_ratio bit_count bit_length conjugate is_integer', 'float': 'as_integer_ratio conjugate hex is_integer',
        'bytearray': 'clear copy isdigit reverse', 'deque': 'clear copy pop popleft reverse',
    }
    takes_one = {
        'str': 'format_map join partition removeprefix removesuffix rpartition translate zfill',
        'bytes': 'fromhex join partition removeprefix removesuffix rpartition zfill',
        'list': 'append count extend remove', 'tuple': 'count', 'float': 'fromhex',
        'set': 'add discard isdisjoint issubset issuperset remove symmetric_difference symmetric_difference_update',
        'frozenset': 'isdisjoint issubset issuperset symmetric_difference',
        'deque': 'append appendleft count extend extendleft remove',
        'math': 'acos acosh asin asinh atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs factorial floor frexp fsum gamma isfinite '
                'isinf isnan isqrt lgamma log10 log1p log2 modf radians sin sinh sqrt tan tanh trunc ulp',
        '': 'len abs repr hash id chr ord bin hex oct callable ascii any all',
    }
    # (least, most) in positions, most None for any number.
    expects = {
        'str.center': (1, 2), 'str.ljust': (1, 2), 'str.rjust': (1, 2), 'str.strip': (0, 1), 'str.lstrip': (0, 1), 'str.rstrip': (0, 1),
        'str.replace': (2, 3), 'str.maketrans': (1, 3), 'bytes.center': (1, 2), 'bytes.ljust': (1, 2), 'bytes.rjust': (1, 2),
        'bytes.replace': (2, 3), 'dict.fromkeys': (1, 2), 'dict.get': (1, 2), 'dict.pop': (1, 2), 'dict.setdefault': (1, 2), 'dict.update': (0, 1),
        'list.pop': (0, 1), 'list.index': (1, 3), 'tuple.index': (1, 3), 'list.insert': (2, 2), 'next': (1, 2), 'iter': (1, 2), 'format': (1, 2),
        'input': (0, 1), 'float': (0, 1), 'list': (0, 1), 'dict': (0, 1), 'set': (0, 1), 'tuple': (0, 1), 'bool': (0, 1), 'frozenset': (0, 1),
        'range': (1, 3), 'slice': (1, 3), 'isinstance': (2, 2), 'issubclass': (2, 2), 'divmod': (2, 2), 'filter': (2, 2), 'hasattr': (2, 2),
        'delattr': (2, 2), 'getattr': (2, 3), 'setattr': (3, 3), 'max': (1, None), 'min': (1, None), 'sorted': (1, 1), 'reversed': (1, 1),
        'deque.index': (1, 3),
        'math.atan2': (2, 2), 'math.copysign': (2, 2), 'math.fmod': (2, 2), 'math.ldexp': (2, 2), 'math.log': (1, 2), 'math.remainder': (2, 2),
    }
    # (least, most), said with parentheses and a count.
    counted = {
        'str.count': (1, 3), 'str.find': (1, 3), 'str.rfind': (1, 3), 'str.index': (1, 3), 'str.rindex': (1, 3), 'str.startswith': (1, 3),
        'str.endswith': (1, 3), 'str.encode': (0, 2), 'str.split': (0, 2), 'str.rsplit': (0, 2), 'str.splitlines': (0, 1), 'str.expandtabs': (0, 1),
        'bytes.count': (1, 3), 'bytes.find': (1, 3), 'bytes.decode': (0, 2), 'bytes.split': (0, 2), 'bytes.hex': (0, 2), 'list.sort': (0, 2),
        'sum': (1, 2), 'round': (1, 2), 'pow': (2, 3), 'int': (0, 2), 'str': (0, 3), 'enumerate': (1, 2), 'print': (0, None),
    }
    required = {'round': ('number',), 'pow': ('base', 'exp')}
    none = {kind + '.' + name for kind, names in takes_none.items() for name in names.split()}
    one = {(kind + '.' if kind else '') + name for kind, names in takes_one.items() for name in names.split()}

    # GraalPy does not say of which module a function is.
    of_math = {name.rpartition('.')[2]: name for name in [*one, *expects] if name.startswith('math.')}
    positional_classes = ('bool', 'float', 'frozenset', 'list', 'range', 'reversed', 'set', 'slice', 'tuple')

    def plural(number, noun='argument'):
        return f'{number} {noun}' if number == 1 else f'{number} {noun}s'

    def told(name, given):
        """What CPython says when the builtin was given that many arguments by position, its object not counted; '' if it may be."""
        short = name.rpartition('.')[2]
        if name in none:
            return f'{name}() takes no arguments ({given} given)'
        if name in one:
            return f'{name}() takes exactly one argument ({given} given)'
        if name in expects:
            least, most = expects[name]
            if least <= given and (most is None or given <= most):
                return ''
            bound = least if given < least else most
            how = '' if least == most else 'at least ' if given < least else 'at most '
            return f'{short} expected {how}{plural(bound)}, got {given}'
        least, most = counted[name]
        if least <= given and (most is None or given <= most):
            return ''
        if given < least and name in required:
            return f"{name}() missing required argument '{required[name][given]}' (pos {given + 1})"
        if given < least:
            kind = 'positional argument' if name == 'sum' else 'argument'
            return f'{short}() takes at least {plural(least, kind)} ({given} given)'
        return f'{short}() takes at most {plural(most)} ({given} given)'

    def not_taken(name, keyword):
        """What CPython says of a keyword, in quotes, that the builtin does not take."""
        if name in none or name in one or '.' in name and name in expects or name in positional_classes:
            return f'{name}() takes no keyword arguments'
        short = 'sort' if name == 'sorted' else name.rpartition('.')[2]
        return f'{keyword} is an invalid keyword argument for {short}()'

    def reworded(error, text):
        """The text in CPython's words, or as it is where it is not about the arguments of a builtin."""
        _, invalid, name = text.partition(' is an invalid keyword argument for ')
        if invalid:
            name = name.removesuffix('()')
            is_known = name in one or name in expects or name in counted or name in positional_classes or name == 'zip'
            return not_taken(name, text.partition(' ')[0]) if is_known and not is_guests(error, name) else text
        name, call, rest = text.partition('() ')
        if name in of_math and not is_guests(error, name):
            name = of_math[name]
        if not call or not (name in none or name in one or name in expects or name in counted):
            return text
        kind, dot, _ = name.rpartition('.')
        if is_guests(error, kind or name):
            return text
        words = rest.split(' ')
        if rest.startswith(('got an unexpected keyword argument ', 'got some positional-only arguments passed as keyword arguments: ')):
            return not_taken(name, words[-1])
        if words[0] == 'missing' and words[1].isdigit() and words[2:4] == ['required', 'positional']:
            least = 1 if name in one else 0 if name in none else (expects.get(name) or counted[name])[0]
            given = least - int(words[1])
        elif words[0] == 'takes' and words[-1] == 'given' and words[-3].isdigit():
            given = int(words[-3]) - (1 if dot and kind != 'math' or name in ('int', 'str', 'list', 'dict', 'set', 'tuple', 'float', 'bool', 'range', 'enumerate') else 0)
        else:
            return text
        return given >= 0 and told(name, given) or text

    return reworded
