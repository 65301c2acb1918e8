# Trusted code, run when a guest first imports types. Classes and coroutines made at run time, as statements would make them.
def members(guard, read, named):
    def check_member(name):
        guard['check_special_method'](name, 'class namespace')

    import types

    def new_class(name, bases=(), kwds=None, exec_body=None):
        def body(namespace):
            if exec_body is not None:
                exec_body(namespace)
            for member in list(namespace):
                check_member(member)
            namespace['__module__'] = '__main__'
        return types.new_class(name, bases, kwds, body)

    class GeneratorWrapper:
        """What a generator becomes that is to be awaited."""
        __slots__ = ('_generator',)

        def __init__(self, generator):
            set_generator(self, generator)

        def __await__(self):
            return generator_of(self)

        def __iter__(self):
            return generator_of(self)

        def __next__(self):
            return next(generator_of(self))

        def send(self, value, /):
            return read(generator_of(self), 'send')(value)

        def throw(self, *error):
            return read(generator_of(self), 'throw')(*error)

        def close(self):
            return read(generator_of(self), 'close')()

    # Methods can be called with any object for self: descriptors of slots take none but their own.
    set_generator, generator_of = GeneratorWrapper.__dict__['_generator'].__set__, GeneratorWrapper.__dict__['_generator'].__get__
    GeneratorWrapper.__module__, GeneratorWrapper.__qualname__ = 'types', '_GeneratorWrapper'

    def coroutine(func):
        """Makes what a generator function returns fit for await."""
        if not callable(func):
            raise TypeError('types.coroutine() expects a callable')

        def wrapped(*args, **kwargs):
            made = func(*args, **kwargs)
            return GeneratorWrapper(made) if type(made) is types.GeneratorType else made

        for name in ('__module__', '__name__', '__qualname__', '__doc__'):
            value = read(func, name, None)
            if type(value) is str:
                setattr(wrapped, name, value)
        return wrapped

    namespace_of = object.__getattribute__
    shown = []

    class SimpleNamespace(types.SimpleNamespace):
        """GraalPy's shows the attributes in the order of the alphabet, not in their own."""
        __hash__ = None

        def __repr__(self):
            if not issubclass(type(self), types.SimpleNamespace):
                raise TypeError(f"a method of 'types.SimpleNamespace' doesn't apply to a '{guard['name_of'](type(self))}' object")
            name = 'namespace' if type(self) is SimpleNamespace else guard['name_of'](type(self))
            if any([self is each for each in shown]):
                return f'{name}(...)'
            shown.append(self)
            try:
                return f"{name}({', '.join([f'{key}={value!r}' for key, value in list(namespace_of(self, '__dict__').items()) if type(key) is str])})"
            finally:
                shown.pop()

    SimpleNamespace.__module__, SimpleNamespace.__qualname__ = 'types', 'SimpleNamespace'
    if 'print_namespaces_of' in guard:
        guard['print_namespaces_of'](SimpleNamespace)

    return {'coroutine': coroutine, 'SimpleNamespace': SimpleNamespace, **named('types', {'new_class': new_class})}
