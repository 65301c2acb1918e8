# Trusted code. eval, exec and compile, for guests whose policy allows them: text becomes code in the way in which
# the guest's program did, under the same policy, and runs in namespaces that hold the same guards.
#
# A guest's dictionary is never the namespace of running code: guards are names, and it could put its own in their
# place. Names are copied into a namespace of the runtime's before, and back afterwards.
def texts(host, guard, builtin, prefilled, sources, real):
    from weakref import ref

    visible, guest_names, caller = builtin['visible'], builtin['guest_names'], builtin['caller']
    evaluate, execute, compile_text = real
    namespaces = guard['namespaces']
    missing = object()
    longest = 1 << 17
    most_files, most_namespaces, most_texts = 200, 200, 500

    class Text:
        """What compile() gives a guest; the code itself stays here."""
        __slots__ = ('__weakref__',)

    Text.__name__ = Text.__qualname__ = 'code'
    Text.__module__ = 'builtins'
    # By the id of the Text, which is not given again. No class of the library's keeps it, see own_classes of the guards.
    codes = {}

    def keep_code(text, code):
        key = id(text)
        codes[key] = code, ref(text, lambda _: codes.pop(key, None))

    # --- text to code ------------------------------------------------------------------------------

    files = [0]
    known_texts = {}

    def own_name(filename, text):
        """The name under which the text's lines are found for tracebacks: that of no other text."""
        if filename not in sources or sources[filename] == text.split('\n'):
            return filename
        files[0] = files[0] % most_files + 1
        return f'{filename[:200]}#{files[0]}'

    def exact_text(source, function):
        if type(source) is bytes or type(source) is bytearray:
            source = bytes(source).decode('utf-8-sig')
        elif not isinstance(source, str):
            raise TypeError(f'{function}() arg 1 must be a string, bytes or code object')
        text = guard['exact_name'](source, function)
        if len(text) > longest:
            raise MemoryError(f'the text is longer than {longest} characters')
        return text

    def shadowed(*mappings):
        """Builtins' names that the guest has bound to something else."""
        return sorted({k for names in mappings for k in names if k in prefilled and visible(k) and names[k] is not prefilled[k]})

    def code_of(text, filename, mode, names):
        if mode == 'eval':
            text = text.lstrip(' \t')
        key = (text, filename, mode, *names)
        known = known_texts.get(key)
        if known is not None:
            return known
        if '\0' in text:
            raise SyntaxError('source code string cannot contain null bytes')
        name = own_name(filename, text)
        source, problem, line, column = host['compile_text'](text, name, mode, ' '.join(names))
        lines = text.split('\n')
        if not str(source):
            line, column = int(line), int(column)
            raise SyntaxError(str(problem), (filename, line, column, lines[line - 1] if 0 < line <= len(lines) else '')) from None
        source = str(source)
        code = compile_text(source.strip() if mode == 'eval' else source, name, mode, dont_inherit=True)
        sources[name] = lines
        if len(known_texts) >= most_texts:
            known_texts.clear()
        known_texts[key] = code
        return code

    # --- namespaces --------------------------------------------------------------------------------

    spaces = {}

    def space_of(mapping):
        """The namespace in which code runs for which a guest gave this dictionary."""
        known = spaces.get(id(mapping))
        if known is not None and known[0] is mapping:
            return known[1]
        if len(spaces) >= most_namespaces:
            _, old = spaces.pop(next(iter(spaces)))
            namespaces.pop(id(old), None)
            builtin['forget_globals'](old)
        space = dict(prefilled)
        space['__name__'] = '__main__'
        guard['add_module']('__main__', space)
        spaces[id(mapping)] = (mapping, space)
        return space

    def is_bound(space, name):
        return name in space and not (name in prefilled and space[name] is prefilled[name])

    def take(mapping, space):
        """Makes the names of a guest's dictionary those of a namespace."""
        given = {k: v for k, v in dict.items(mapping) if visible(k)}
        for name in [k for k in space if visible(k) and k not in given and is_bound(space, k) and k != '__name__']:
            if name in prefilled:
                space[name] = prefilled[name]
            else:
                del space[name]
        space.update(given)
        return given

    def give_back(space, mapping, given):
        for name, value in [*space.items()]:
            if visible(name) and is_bound(space, name) and given.get(name, missing) is not value and not (name == '__name__' and name not in given):
                dict.__setitem__(mapping, name, value)
        for name, value in given.items():
            if name not in space or name in prefilled and space[name] is prefilled[name] and value is not prefilled[name]:
                dict.pop(mapping, name, None)

    # --- the builtins ------------------------------------------------------------------------------

    def run(function, runner, mode, source, globals, locals):
        if globals is not None and not isinstance(globals, dict):
            raise TypeError(f'{function}() globals must be a dict, not {guard["name_of"](type(globals))}')
        frame = caller()
        own = frame.f_globals
        at_module_level = frame.f_locals is own or frame.f_code.co_name == '<module>'
        given = None
        module = None if globals is None else builtin['namespace_of'](globals)
        if globals is None:
            space = own
        elif module is not None:
            space = module
        else:
            space = space_of(globals)
            given = take(globals, space)
        if locals is None and (globals is not None or at_module_level):
            inner = None
        elif locals is None:
            inner = guest_names(frame.f_locals)
        elif locals is globals:
            inner = None
        else:
            inner = {k: v for k, v in dict(locals).items() if visible(k)}
        before = dict(inner) if inner is not None else None
        if type(source) is Text and id(source) in codes:
            code = codes[id(source)][0]
            if code[1] == 'exec' and mode == 'eval':
                runner = execute
            code = code[0]
        else:
            code = code_of(exact_text(source, function), '<string>', mode, shadowed(space, inner or {}))
        try:
            return runner(code, space) if inner is None else runner(code, space, inner)
        finally:
            if given is not None:
                give_back(space, globals, given)
            elif module is not None:
                builtin['globals_of'](module)
            if locals is not None and inner is not None:
                for name, value in inner.items():
                    if visible(name) and before.get(name, missing) is not value:
                        locals[name] = value
                for name in before:
                    if name not in inner:
                        del locals[name]

    def eval(source, globals=None, locals=None, /):
        return run('eval', evaluate, 'eval', source, globals, locals)

    def exec(source, globals=None, locals=None, /, *, closure=None):
        if closure is not None:
            raise TypeError('cannot use a closure with this code object')
        run('exec', execute, 'exec', source, globals, locals)

    def compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1):
        mode = guard['exact_name'](mode, 'compile')
        if mode != 'exec' and mode != 'eval':
            raise ValueError("compile() mode must be 'exec' or 'eval'")
        if flags:
            raise ValueError('compile(): unrecognised flags')
        if not isinstance(filename, str):
            raise TypeError('compile() arg 2 must be a string')
        if type(source) is Text:
            return source
        made = Text()
        text = exact_text(source, 'compile')
        # Whoever runs it says what print and range are: elsewhere these two are settled when a text is compiled.
        names = sorted({'print', 'range', *shadowed(caller().f_globals)})
        keep_code(made, (code_of(text, guard['exact_name'](filename, 'compile'), mode, names), mode))
        return made

    for function in (eval, exec, compile):
        function.__qualname__ = function.__name__
        function.__module__ = 'builtins'
    return {'builtins': {'eval': eval, 'exec': exec, 'compile': compile}, 'run': run, 'exact_text': exact_text, 'execute': execute,
            'real': (evaluate, compile_text)}
