# Trusted code. Tells the host what guards answer, when it asks for that: every guard that guest code
# calls is replaced by one that says what the real one did.
def guard_trace(guard, prefilled, main):
    import sys
    from types import FunctionType

    frame_of = sys._getframe
    longest = 80
    most = 10_000

    def text(value):
        return value if type(value) is str and len(value) <= longest else kind(value)

    def kind(o):
        """Names an object without asking it anything."""
        t = type(o)
        if issubclass(t, type):
            return f'class {guard["name_of"](o)}'
        if guard['is_module'](o):
            return f'module {text(guard["module_namespace"](o).get("__name__"))}'
        return guard['name_of'](t)

    def attribute(arguments):
        return f'{kind(arguments[0])}.{text(arguments[1])}'

    def module(arguments):
        return f'module {text(arguments[0])}'

    def member(arguments):
        return f'{text(arguments[0])}.{text(arguments[-1])}'

    subjects = {
        '_getattr_': attribute, '_define_': attribute, '_own_': attribute,
        'getattr': attribute, 'hasattr': attribute, 'setattr': attribute, 'delattr': attribute,
        '__import__': module, '_import_from_': member, '_import_star_': member,
    }

    def subject(name, arguments):
        try:
            return subjects.get(name, lambda a: kind(a[0]) if a else '')(arguments)
        except LookupError:
            return ''

    def words(error):
        t = type(error)
        arguments = BaseException.__dict__['args'].__get__(error)
        message = arguments[0] if arguments and not guard['is_own_class'](t) else None
        return f'{guard["name_of"](t)}: {message}' if type(message) is str else guard['name_of'](t)

    def begin(say):
        said = set()

        def tell(name, frame, arguments, verdict):
            entry = (name, frame.f_code.co_filename, frame.f_lineno, subject(name, arguments), verdict)
            if entry not in said and len(said) < most:
                said.add(entry)
                say(*entry)

        def traced(name, function):
            def call(*arguments, **keywords):
                try:
                    result = function(*arguments, **keywords)
                except BaseException as error:
                    tell(name, frame_of(1), arguments, words(error))
                    raise
                tell(name, frame_of(1), arguments, 'allowed')
                return result

            call.__name__ = call.__qualname__ = name
            return call

        # What looks at the frame that called it would find ours.
        left_alone = ('globals', 'locals', 'vars', 'dir')
        for name, function in list(prefilled.items()):
            if type(function) is FunctionType and name not in left_alone:
                prefilled[name] = traced(name, function)
                if main.get(name) is function:
                    main[name] = prefilled[name]
        # No object is taken for plain, so that every guard is asked.
        prefilled['_plain_'] = main['_plain_'] = lambda o: False

    return begin
