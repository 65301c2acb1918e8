# Trusted code. str.format, str.format_map and string.Formatter: the format language reads attributes and
# items of its arguments, so every step of a field goes through the attribute guard.
def formatting(guard):
    from _string import formatter_parser, formatter_field_name_split
    from types import FunctionType, MethodType

    read = guard['dynamic_getattr']
    widest = 1_000_000

    def checked_spec(spec):
        """Refuses widths and precisions that would fill the memory with one field."""
        digits = ''
        for character in spec:
            digits = digits + character if character.isdecimal() else ''
            if len(digits) > 6 and int(digits) > widest:
                raise ValueError('Too many decimal digits in format string')
        return spec

    read_args = BaseException.__dict__['args'].__get__

    def says(error, text):
        args = read_args(error)
        return type(error) is ValueError and len(args) == 1 and type(args[0]) is str and args[0] == text

    def formatted(value, spec):
        try:
            return format(value, spec)
        except ValueError as error:
            if says(error, 'Invalid conversion specification'):
                raise ValueError(f"Invalid format specifier '{spec}' for object of type '{guard['name_of'](type(value))}'") from None
            raise

    def field(name, args, kwargs, counter):
        first, rest = formatter_field_name_split(name)
        if first == '':
            if counter[0] is None:
                raise ValueError('cannot switch from manual field specification to automatic field numbering')
            first = counter[0]
            counter[0] += 1
        elif type(first) is int:
            if counter[0]:
                raise ValueError('cannot switch from automatic field numbering to manual field specification')
            counter[0] = None
        if type(first) is int:
            if args is None:
                raise ValueError('Format string contains positional fields')
            if first >= len(args):
                raise IndexError(f'Replacement index {first} out of range for positional args tuple')
            value = args[first]
        else:
            value = kwargs[first]
        for is_attribute, key in rest:
            value = read(value, key) if is_attribute else value[key]
        return value

    def render(template, args, kwargs, counter, depth):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        parts = []
        for literal, name, spec, conversion in formatter_parser(template):
            if literal:
                parts.append(literal)
            if name is None:
                continue
            value = field(name, args, kwargs, counter)
            if conversion == 'r':
                value = repr(value)
            elif conversion == 's':
                value = str(value)
            elif conversion == 'a':
                value = ascii(value)
            elif conversion is not None:
                raise ValueError(f'Unknown conversion specifier {conversion}')
            if spec:
                spec = render(spec, args, kwargs, counter, depth - 1)
            parts.append(formatted(value, checked_spec(spec)))
        return ''.join(parts)

    exact = guard['exact_name']
    method_function = MethodType.__dict__['__func__'].__get__

    def format_text(template, args, kwargs):
        template = exact(template, 'format()')
        try:
            return render(template, args, kwargs, [0], 1)
        except ValueError as error:
            if template.endswith('{') and says(error, "Single '}' encountered in format string"):
                raise ValueError("Single '{' encountered in format string") from None
            raise

    @guard['handler']('formatter')
    def read_format(o, name):
        found = getattr(o, name)
        function = method_function(found) if type(found) is MethodType else found
        if type(function) is FunctionType and guard['is_own_function'](function):
            # A guest's class derived from str has one of its own: templates that escape what they are given do.
            return found
        subject, form = guard['subject_of'](o)
        if form == 'class':
            if name == 'format':
                return lambda self, /, *args, **kwargs: format_text(self, args, kwargs)
            return lambda self, mapping, /: format_text(self, None, mapping)
        if issubclass(type(o), super):
            o = super.__dict__['__self__'].__get__(o)
        if name == 'format':
            return lambda *args, **kwargs: format_text(o, args, kwargs)
        return lambda mapping, /: format_text(o, None, mapping)

    class Formatter:
        """string.Formatter whose fields are read through the guards."""

        def format(self, format_string, /, *args, **kwargs):
            return self.vformat(format_string, args, kwargs)

        def vformat(self, format_string, args, kwargs):
            used_args = set()
            result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
            self.check_unused_args(used_args, args, kwargs)
            return result

        def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
            if recursion_depth < 0:
                raise ValueError('Max string recursion exceeded')
            result = []
            for literal_text, field_name, format_spec, conversion in self.parse(format_string):
                if literal_text:
                    result.append(literal_text)
                if field_name is not None:
                    if field_name == '':
                        if auto_arg_index is False:
                            raise ValueError('cannot switch from manual field specification to automatic field numbering')
                        field_name = str(auto_arg_index)
                        auto_arg_index += 1
                    elif field_name.isdigit():
                        if auto_arg_index:
                            raise ValueError('cannot switch from manual field specification to automatic field numbering')
                        auto_arg_index = False
                    obj, arg_used = self.get_field(field_name, args, kwargs)
                    used_args.add(arg_used)
                    obj = self.convert_field(obj, conversion)
                    format_spec, auto_arg_index = self._vformat(
                        format_spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index=auto_arg_index)
                    result.append(self.format_field(obj, format_spec))
            return ''.join(result), auto_arg_index

        def get_value(self, key, args, kwargs):
            return args[key] if isinstance(key, int) else kwargs[key]

        def check_unused_args(self, used_args, args, kwargs):
            pass

        def format_field(self, value, format_spec):
            return format(value, checked_spec(format_spec))

        def convert_field(self, value, conversion):
            if conversion is None:
                return value
            if conversion == 's':
                return str(value)
            if conversion == 'r':
                return repr(value)
            if conversion == 'a':
                return ascii(value)
            raise ValueError(f'Unknown conversion specifier {conversion!s}')

        def parse(self, format_string):
            return formatter_parser(exact(format_string, 'parse()'))

        def get_field(self, field_name, args, kwargs):
            first, rest = formatter_field_name_split(exact(field_name, 'get_field()'))
            obj = self.get_value(first, args, kwargs)
            for is_attribute, key in rest:
                obj = read(obj, key) if is_attribute else obj[key]
            return obj, first

    Formatter.__module__ = 'string'
    Formatter.__qualname__ = 'Formatter'
    return {'format_text': format_text, 'Formatter': Formatter}
