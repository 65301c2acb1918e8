# Trusted code. What crosses between guest and host is data: values are copied, never shared, and the only
# objects a guest gets are facades made here whose names the host has declared. Classes of the library are those of the
# modules that imported() returns, and that loaded() does where they are there.
def host_values(host, guard, imported, loaded):
    from types import MappingProxyType
    import builtins

    in_making = guard['in_making']
    call = host['call']
    next_of = host['next']
    callables = {}
    deepest = 100
    most_digits = 10_000

    def decode(value):
        """Makes guest values of what Java hands over: primitives as they are, the rest as tagged arrays."""
        if value is None:
            # Java's null passes for None but has a type of its own.
            return None
        if type(value) in primitive:
            return value
        return made_of[value[0]](value)

    primitive = frozenset((bool, int, float, str))

    def list_of(value):
        return [decode(value[i]) for i in range(1, len(value))]

    def dict_of(value):
        return {decode(value[i]): decode(value[i + 1]) for i in range(1, len(value), 2)}

    def of_datetime(name):
        return lambda value: getattr(imported('datetime'), name)(*fields_of(value))

    def zoned_moment_of(value):
        datetime = imported('datetime')
        *fields, offset = fields_of(value)
        zone = datetime.timezone(datetime.timedelta(seconds=offset)) if offset else datetime.timezone.utc
        return datetime.datetime(*fields, zone)

    def fields_of(value):
        return [value[i] for i in range(1, len(value))]

    def raise_error(value):
        error = getattr(builtins, value[1], RuntimeError)
        if not isinstance(error, type) or not issubclass(error, Exception) or issubclass(error, (UnicodeError, ExceptionGroup)):
            error = ValueError
        raise error(value[2]) from None

    made_of = {
        'list': list_of,
        'tuple': lambda value: tuple(list_of(value)),
        'set': lambda value: set(list_of(value)),
        'frozenset': lambda value: frozenset(list_of(value)),
        'dict': dict_of,
        'frozen dict': lambda value: MappingProxyType(dict_of(value)),
        'bytes': lambda value: value[1].encode('latin-1'),
        'float': lambda value: value[1],
        'big': lambda value: int(value[1], 16),
        'decimal': lambda value: imported('decimal').Decimal(value[1]),
        'date': of_datetime('date'),
        'time': of_datetime('time'),
        'datetime': of_datetime('datetime'),
        'timedelta': of_datetime('timedelta'),
        'zoned datetime': zoned_moment_of,
        'iterator': lambda value: iterate(value[1]),
        'object': lambda value: host_object(value),
        'function': lambda value: host_function(value[1], value[2], value[3]),
        'signal': lambda value: signal(value[1], value[2]),
        'error': raise_error,
    }

    def encode(value, depth=0, functions=False):
        """Makes a tagged tree of a guest value; only exact builtin types cross, functions as arguments only."""
        if depth > deepest:
            raise ValueError('value is nested too deeply to cross to the host')
        t = type(value)
        if value is None or t is bool or t is str:
            return value
        if t is float:
            # Without its name Java could not tell 3.0 from 3.
            return ['float', value]
        if t is int:
            return value if -(1 << 62) < value < (1 << 62) else ['big', format(value, 'x')]
        if t is list:
            return ['list', *[encode(x, depth + 1, functions) for x in value]]
        if t is tuple:
            return ['tuple', *[encode(x, depth + 1, functions) for x in value]]
        if t is dict:
            flat = ['dict']
            for k, v in value.items():
                flat.append(encode(k, depth + 1, functions))
                flat.append(encode(v, depth + 1, functions))
            return flat
        if t is bytes:
            return ['bytes', value.decode('latin-1')]
        if t is set or t is frozenset:
            return ['set', *[encode(x, depth + 1, functions) for x in value]]
        named = encode_of_library(value, t)
        if named is not None:
            return named
        if functions and callable(value):
            callables[id(value)] = value
            return ['callable', id(value)]
        raise TypeError(f"a value of type '{guard['name_of'](t)}' can't cross to the host: pass None, bool, int, float, str, bytes, list, tuple, dict, set, Decimal or what datetime has")

    def encode_of_library(value, t):
        """The tagged form of a number of decimal or of what datetime has, or None. Whoever has such a value has the module."""
        datetime, decimal = loaded('datetime'), loaded('decimal')
        if t is getattr(decimal, 'Decimal', None):
            sign, digits, exponent = value.as_tuple()
            if type(exponent) is not int:
                raise ValueError(f'{value} has no digits that could cross to the host')
            if len(digits) + abs(exponent) > most_digits:
                raise ValueError(f'a Decimal of more than {most_digits} digits can not cross to the host')
            return ['decimal', str(t((*numbers(sign), tuple(numbers(*digits)), exponent)))]
        if t is getattr(datetime, 'date', None):
            return ['date', *parts(value, 'year', 'month', 'day')]
        if t is getattr(datetime, 'timedelta', None):
            return ['timedelta', *parts(value, 'days', 'seconds', 'microseconds')]
        if t is getattr(datetime, 'time', None) and value.tzinfo is None:
            return ['time', *parts(value, 'hour', 'minute', 'second', 'microsecond')]
        if t is not getattr(datetime, 'datetime', None):
            return None
        fields = parts(value, 'year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond')
        if value.tzinfo is None:
            return ['datetime', *fields]
        # A tzinfo of the guest's answers here.
        offset = value.utcoffset()
        if type(offset) is not datetime.timedelta:
            raise ValueError(bad_offset)
        days, seconds, microseconds = parts(offset, 'days', 'seconds', 'microseconds')
        seconds += days * 86400
        if microseconds or abs(seconds) > 18 * 3600:
            raise ValueError(bad_offset)
        return ['zoned datetime', *fields, seconds]

    bad_offset = 'a datetime crosses to the host with an offset of whole seconds, up to 18 hours'

    def parts(value, *names):
        """The numbers of an object of the library's, which is written in Python: should a guest have found a way into one, another
        can't be made of them."""
        made = type(value)(*numbers(*[getattr(value, name) for name in names]))
        return [getattr(made, name) for name in names]

    def numbers(*values):
        if any([type(value) is not int for value in values]):
            raise TypeError('what is no number in an object of the library can not cross to the host')
        return values

    def call_back(identity, arguments):
        """Called by Java to run a function that the guest handed to a host function."""
        return encode(callables[identity](*decode(arguments)))

    def host_function(name, identity, doc):
        def function(*args, **kwargs):
            return decode(call(identity, encode(args, functions=True), encode(kwargs, functions=True)))
        function.__name__ = function.__qualname__ = name
        function.__doc__ = doc or None
        function.__module__ = 'host'
        return function

    def signal(name, identity):
        def function(*_, **__):
            call(identity, encode(()), encode({}))
        function.__name__ = function.__qualname__ = name
        function.__module__ = 'host'
        return function

    def iterate(identity):
        while True:
            step = next_of(identity)
            if step is None:
                return
            yield decode(step)[0]

    def host_object(value):
        namespace = {'__slots__': (), '__module__': 'host', '__doc__': None}
        name = value[1]
        for i in range(2, len(value), 3):
            kind, member, identity = value[i], value[i + 1], value[i + 2]
            if kind == 'method':
                namespace[member] = method(member, identity)
            else:
                namespace[member] = attribute(identity)
        in_making.append({})
        try:
            return type(name, (), namespace)()
        finally:
            in_making.pop()

    def method(name, identity):
        def function(self, /, *args, **kwargs):
            return decode(call(identity, encode(args, functions=True), encode(kwargs, functions=True)))
        function.__name__ = function.__qualname__ = name
        return function

    def attribute(identity):
        return property(lambda self: decode(call(identity, encode(()), encode({}))))

    return {'decode': decode, 'encode': encode, 'call_back': call_back}
