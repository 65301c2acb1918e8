# Trusted code. What an error's place in the guest's source says about the operation that failed: some of CPython's
# messages name a value or tell float from int, where GraalPy's do not. Only exact numbers and text are looked at, and
# of the guest's objects nothing but their own dictionary, so that no code of the guest's runs.
def operands(sources, frames, pattern):
    from types import FunctionType

    read_traceback = BaseException.__dict__['__traceback__'].__get__
    read_dictionary = object.__getattribute__
    function_globals = FunctionType.__dict__['__globals__'].__get__
    missing = object()
    # By their ids: `in` would ask the metaclass of a guest's class.
    scalars = frozenset([id(t) for t in (int, float, bool, str, bytes, type(None))])

    def place_of(error):
        """The innermost of the guest's frames that the error went through and the text at its place there, or None."""
        traceback, frame = read_traceback(error), None
        while traceback is not None:
            if traceback.tb_frame.f_code.co_filename in sources:
                frame = traceback.tb_frame
            traceback = traceback.tb_next
        shown = frames[0](read_traceback(error))
        if frame is None or not shown:
            return None
        filename, line, _, place = shown[-1]
        text = sources[filename]
        if not 0 < line <= len(text):
            return None
        text = text[line - 1]
        if place and place[0] == place[2]:
            encoded = text.encode('utf-8', 'surrogatepass')
            part = encoded[place[1]:place[3]].decode('utf-8', 'replace')
            # A compound statement has the place of its head.
            return frame, part if part.strip() else text
        return frame, text

    def innermost(error):
        """The frame in which the error came up."""
        traceback = read_traceback(error)
        while traceback.tb_next is not None:
            traceback = traceback.tb_next
        return traceback.tb_frame

    def is_library(error):
        """Whether it came up in the library, not in an operation of the guest's."""
        frame = innermost(error)
        return frame.f_code.co_filename not in sources and frame.f_globals.get('__name__') != 'pyrestrict'

    type_name = type.__dict__['__name__'].__get__

    def searched(error):
        """The name of the type of what the library was to search with a regular expression; '' when it is not known."""
        frame = innermost(error)
        if frame.f_code.co_filename in sources:
            return ''
        found = frame.f_locals.get('input', frame.f_locals.get('string', missing))
        name = '' if found is missing else type_name(type(found))
        return name if type(name) is str else ''

    def part_of_date(error):
        """The part of a date that was not given, as the datetime that is written in C names it; '' for every other error."""
        frame = innermost(error)
        if frame.f_code.co_name != '_check_date_fields' or frame.f_globals.get('__name__') != '_pydatetime' or frame.f_locals.get('day', missing) is not None:
            return ''
        return "'month' (pos 2)" if frame.f_locals.get('month', missing) is None else "'day' (pos 3)"

    def value_of(frame, text):
        """The value of a name, an attribute of self's kind, or a literal; missing for everything else."""
        text = text.strip()
        if pattern(r'-?[0-9][0-9_]*').fullmatch(text):
            return int(text)
        if pattern(r'-?[0-9][0-9_]*\.?[0-9]*(?:[eE][-+]?[0-9]+)?|-?\.[0-9]+').fullmatch(text):
            return float(text)
        if pattern(r"'[^'\\]*'|\"[^\"\\]*\"").fullmatch(text):
            return text[1:-1]
        if pattern(r'float\([^()]*\)').fullmatch(text):
            return 1.0
        names = text.split('.')
        if not all([pattern(r'[^\W\d]\w*').fullmatch(name) is not None for name in names]):
            return missing
        value = object_of(frame, names)
        return value if id(type(value)) in scalars else missing

    def object_of(frame, names):
        """What a name stands for, or an attribute that an object keeps in its own dictionary; missing for everything else."""
        value = frame.f_locals.get(names[0], frame.f_globals.get(names[0], missing))
        for name in names[1:]:
            try:
                held = read_dictionary(value, '__dict__')
            except AttributeError:
                return missing
            value = held.get(name, missing) if type(held) is dict else missing
        return value

    def names_one(error, kind):
        """Whether the source names an object of exactly that type at the error's place."""
        found = place_of(error)
        if found is None:
            return False
        frame, text = found
        dotted = [name.split('.') for name in pattern(r'[^\W\d]\w*(?:\.[^\W\d]\w*)*').findall(text)]
        return any([type(object_of(frame, names[:end])) is kind for names in dotted for end in range(1, len(names) + 1)])

    operand = r'(-?[\w.]+(?:\([^()]*\))?|[)\]])'
    binary = operand + r'\s*(//|/|%)=?\s*(-?[\w.]+(?:\([^()]*\))?|[(\[])'
    both = r'divmod\(([^,()]+(?:\([^()]*\))?),([^,()]+(?:\([^()]*\))?)\)'

    def division(error, text):
        """The message of a ZeroDivisionError of int or float: which operator it was, and whether of floats."""
        found = place_of(error)
        if found is None or is_library(error):
            return text
        frame, line = found
        line = pattern(r"'[^']*'|\"[^\"]*\"").sub(lambda m: '_' * len(m[0]), line)
        candidates = [(m[1], m[2], m[3]) for m in pattern(binary).finditer(line)] + [(m[1], 'divmod', m[2]) for m in pattern(both).finditer(line)]
        answers = []
        for left, operator, right in candidates:
            left, right = value_of(frame, left), value_of(frame, right)
            if right is not missing and (type(right) is str or right is None or right != 0):
                continue
            is_float = type(left) is float or type(right) is float
            if text == 'integer division or modulo by zero' and (operator == '/' or is_float):
                continue
            answers.append({
                '/': 'float division by zero' if is_float else 'division by zero',
                '//': 'float floor division by zero' if is_float else 'integer division or modulo by zero',
                '%': 'float modulo' if is_float else 'integer modulo by zero',
                'divmod': 'float divmod()' if is_float else 'integer division or modulo by zero',
            }[operator])
        if text == 'division by zero':
            # Of ints only / says so; an operand that is not known may be a float.
            answers = [{'integer division or modulo by zero': 'float floor division by zero', 'integer modulo by zero': 'float modulo'}.get(a, a)
                       for a in answers]
        return answers[0] if answers else text

    def argument(error, function):
        """The value of the first argument in function(...), where the source says it simply; missing else."""
        found = place_of(error)
        if found is None:
            return missing
        frame, line = found
        at = line.find(function + '(')
        if at < 0:
            return missing
        rest = line[at + len(function) + 1:]
        end = min([i for i in (rest.find(','), rest.find(')')) if i >= 0], default=-1)
        return missing if end < 0 else value_of(frame, rest[:end])

    def is_guests(error, name):
        """Whether the name stands for something of the guest's own, where the error came up."""
        found = place_of(error)
        if found is None:
            return True
        value = found[0].f_locals.get(name, found[0].f_globals.get(name, missing))
        if type(value) is FunctionType:
            return function_globals(value).get('__name__') != 'pyrestrict'
        return issubclass(type(value), type) and type.__dict__['__module__'].__get__(value) not in ('builtins', 'collections')

    def is_own_class(error, name):
        """Whether the guest has a class of that name where the error came up."""
        found = place_of(error)
        value = missing if found is None else found[0].f_globals.get(name, missing)
        return issubclass(type(value), type) and type.__dict__['__module__'].__get__(value) in ('__main__', found[0].f_globals.get('__name__'))

    def matched_class(error):
        """The name of the only class whose pattern is at the error's place; '' when there is none, or more."""
        found = place_of(error)
        names = pattern(r'[^\W\d][\w.]*(?=\()|^[^\W\d][\w.]*$').findall(found[1].partition(' if ')[0]) if found is not None else []
        return names[0] if len(names) == 1 else ''

    def formatted(error):
        """What was formatted in vain, its type's name and how, where the source says it simply; None else."""
        found = place_of(error)
        if found is None:
            return None
        frame, line = found
        written = pattern(r'\{([^{}:!]+):([^{}]+)\}').findall(line) + [
            (value, spec) for value, _, spec in pattern(r'\bformat\(([^,()]+), *(["\'])(.*?)\2\)').findall(line)]
        known = [(value_of(frame, value), spec) for value, spec in written]
        return (type(known[0][0]).__name__, known[0][1]) if len(known) == 1 and known[0][0] is not missing else None

    def unpacked(error, name):
        """The * or ** that the source has before an object of that type in a list, a tuple or a dict; '' where it is none of these."""
        found = place_of(error)
        if found is None or is_library(error) or not found[1].lstrip().startswith(('[', '(', '{')):
            return ''
        frame, text = found
        for stars, written in pattern(r'(?<=[\[({,])\s*(\*\*?)\s*([^\W\d][\w.]*|-?\d+)').findall(text):
            value = value_of(frame, written)
            if type_name(type(object_of(frame, written.split('.')) if value is missing else value)) == name:
                # A set takes what it is given as set.update() does.
                return '' if stars == '*' and text.lstrip().startswith('{') else stars
        return ''

    def mentions(error, text):
        found = place_of(error)
        return found is not None and text in found[1]

    return {'searched': searched, 'part_of_date': part_of_date, 'is_library': is_library, 'missing': missing, 'formatted': formatted, 'mentions': mentions, 'unpacked': unpacked, 'names_one': names_one, 'matched_class': matched_class, 'is_own_class': is_own_class, 'division': division, 'argument': argument, 'is_guests': is_guests}
