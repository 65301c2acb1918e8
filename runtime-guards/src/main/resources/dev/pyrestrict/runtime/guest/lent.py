# Trusted code. What modules of the library that are written as guest code are given beside the builtins: each function
# takes exact types, and answers with data.
def lent_functions(host, guard, texts, sources, main_file, main_names, pattern, parameters_of, at_end):
    import sys
    from types import AsyncGeneratorType, CoroutineType, FunctionType, GeneratorType, MethodType

    # --- functions ---------------------------------------------------------------------------------

    function_code = FunctionType.__dict__['__code__'].__get__
    method_function = MethodType.__dict__['__func__'].__get__

    def own_function(o):
        """The guest's function that it is, or that it binds."""
        if type(o) is MethodType:
            o = method_function(o)
        return o if type(o) is FunctionType and (guard['is_own_function'](o) or is_made_for_guest(o)) else None

    def is_made_for_guest(function):
        """An __init__ that dataclass() made."""
        return function_code(function).co_filename == '<string>' and function_code(function).co_name == '__init__'

    def function_flags(o):
        function = own_function(o)
        return 0 if function is None else function_code(function).co_flags & (0x4 | 0x8 | 0x20 | 0x80 | 0x200)

    def function_parameters(o):
        """(how many are positional only, positional, *, keyword only, **, defaults, defaults by keyword), or None."""
        function = own_function(o)
        return None if function is None else parameters_of(function)

    def generator_state(o):
        prefix = {GeneratorType: 'gi_', CoroutineType: 'cr_', AsyncGeneratorType: 'ag_'}.get(type(o))
        if prefix is None:
            raise TypeError('not a generator')
        if getattr(o, prefix + 'running'):
            return 'RUNNING'
        if getattr(o, prefix + 'frame') is None:
            return 'CLOSED'
        return 'SUSPENDED' if getattr(o, prefix + 'suspended') else 'CREATED'

    frame_of = sys._getframe

    def place_of_call(level):
        """File, line and name of the guest's function that called the library, or of one that called it in turn."""
        above = level - 1 if type(level) is int else 0
        line, frame = 0, frame_of(1)
        while frame is not None:
            code = frame.f_code
            if code.co_filename in sources and guard['is_own_namespace'](frame.f_globals):
                is_call = code.co_name not in ('<listcomp>', '<setcomp>', '<dictcomp>')
                if above <= 0:
                    line = line or max(frame.f_lineno, 0)
                    if is_call:
                        return code.co_filename, line, code.co_name
                above -= is_call
            frame = frame.f_back
        return '(unknown file)', 0, '(unknown function)'

    # --- text --------------------------------------------------------------------------------------

    evaluate, compile_text = texts['real']

    def literal_value(text):
        text = texts['exact_text'](text, 'literal_eval')
        source, problem, line, column = host['compile_literal'](text)
        source, problem, line, column = str(source), str(problem), int(line), int(column)
        if source:
            return evaluate(compile_text(source.strip(), '<literal>', 'eval', dont_inherit=True), {'set': set})
        if problem.startswith('malformed'):
            raise ValueError(problem) from None
        lines = text.split('\n')
        raise SyntaxError(problem, ('<unknown>', line, column, lines[line - 1] if 0 < line <= len(lines) else '')) from None

    docstrings = {}
    example_lines = set()
    unread = [True]

    def read_docstrings():
        if unread:
            unread.clear()
            found = list(host['docstrings']())
            docstrings.update({str(text): int(line) for text, line in zip(found[::2], found[1::2])})
            for text in docstrings:
                example_lines.update(pattern(r'(?m)^ *(?:>>>|\.\.\.) ?(.*)$').findall(text.expandtabs()))

    def docstring_line(text):
        """The line of the program's source on which the docstring begins; None for text that is none of its docstrings."""
        read_docstrings()
        return docstrings.get(text) if type(text) is str else None

    # What shows the values of the example that is being run.
    shows = []
    # GraalPy calls it with the value of each statement that is an expression, where a text is compiled as at a prompt.
    sys.displayhook = lambda value: shows[-1](value)

    def run_example(source, names, show):
        """Runs an example of a docstring, and has the values of its expressions shown. Only lines that stand in docstrings of the
        program's source are run: what a program puts together is text like any other, which the policy says is not run."""
        read_docstrings()
        source = texts['exact_text'](source, 'example')
        for line in source.split('\n'):
            if line and line not in example_lines:
                raise ValueError('an example is run only when it stands in a docstring of the source') from None
        if type(names) is not dict:
            raise TypeError('the names of an example are a dictionary')
        shows.append(show)
        try:
            texts['run']('doctest', texts['execute'], 'single', source, names, None)
        finally:
            shows.pop()

    # --- time zones --------------------------------------------------------------------------------

    def zone(key):
        if type(key) is not str or not host['zone_exists'](key):
            raise ValueError('not a time zone')
        return key

    def moment(seconds):
        if type(seconds) is not int or not -1 << 40 < seconds < 1 << 40:
            raise ValueError('not a time')
        return seconds

    def zone_at(answer):
        offset, saving, name = answer
        return int(offset), int(saving), str(name)

    return {
        'ast': {'literal_value': literal_value},
        'asyncio': {
            'is_coroutine': lambda o: type(o) is CoroutineType,
            'is_coroutine_function': lambda o: type(o) is FunctionType and function_code(o).co_flags & 0x80 != 0,
            'is_unfinished': lambda o: type(o) is AsyncGeneratorType and o.ag_frame is not None,
            # The module's own function is told of each one that begins.
            'watch_async_generators': lambda watcher: sys.set_asyncgen_hooks(firstiter=watcher),
        },
        'doctest': {'docstring_line': docstring_line, 'run_example': run_example, 'main_file': main_file, 'main_names': main_names},
        'inspect': {'function_flags': function_flags, 'function_parameters': function_parameters, 'generator_state': generator_state},
        'logging': {'place_of_call': place_of_call},
        # And what facades.py adds.
        'logging.config': {'main_names': main_names},
        # What has been started when the main module has come to its end.
        'threading': {'run_at_end': lambda function: at_end.append(own_function(function))},
        'unittest': {'main_names': main_names},
        'zoneinfo': {
            'zone_exists': lambda key: type(key) is str and bool(host['zone_exists'](key)),
            'zone_keys': lambda: [str(key) for key in host['zone_keys']()],
            'zone_at_local_time': lambda key, seconds, fold: zone_at(
                host['zone_at_local_time'](zone(key), moment(seconds), 1 if fold else 0)),
            'zone_at_instant': lambda key, seconds: [
                int(part) for part in host['zone_at_instant'](zone(key), moment(seconds))],
        },
    }
