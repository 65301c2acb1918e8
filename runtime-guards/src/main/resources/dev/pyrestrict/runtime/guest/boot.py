# Trusted code. Puts the guest's side together; runs once per context, before any guest code.
def boot(names, functions, rooms, main):
    host = dict(zip([str(name) for name in names], list(functions)))
    import builtins
    sources = {}
    frames = []
    argv = []
    at_end = []
    build_class, real_import = builtins.__build_class__, builtins.__import__
    pattern = rooms['patterns']()
    operand = rooms['operands'](sources, frames, pattern)
    clean = rooms['errors'](operand, rooms['arguments'](operand['is_guests']), pattern)
    refusal = rooms['refusals'](sources)
    guard = rooms['guards'](host, main, clean, refusal['tell'], rooms)
    prefilled = {}
    builtin = rooms['guarded_builtins'](guard, prefilled)
    guard['visible'] = builtin['visible']
    formatting = rooms['formatting'](guard)
    size = rooms['sizes']()
    builtin['guarded']['pow'] = size['pow']
    size['pow'].__name__ = size['pow'].__qualname__ = 'pow'
    read_line, read_from = builtin['read_line'], builtin['read_from']
    outcome = rooms['outcome'](guard, sources, host['origin'], clean, pattern)
    frames.append(outcome['frames'])
    evaluate, compile_text = builtins.eval, builtins.compile
    text = rooms['texts'](host, guard, builtin, prefilled, sources, (builtins.eval, builtins.exec, builtins.compile))
    builtin['guarded'].update(text['builtins'])

    def evaluate_annotation(text, namespace, more):
        """The value of an annotation that is text, compiled under the guest's policy like the rest of its program."""
        text = guard['exact_name'](text, 'annotation')
        names = {k: v for k, v in more.items() if builtin['visible'](k)}
        known = [*builtin['guest_names'](namespace), *names]
        source, problem = [str(part) for part in host['compile_expression'](text.strip(), ' '.join(known))]
        if not source:
            raise (NameError if problem.endswith('is not defined') else SyntaxError)(problem) from None
        if 'lambda' in text:
            raise SyntaxError('a lambda in the text of an annotation is not evaluated') from None
        return evaluate(compile_text(source.strip(), '<annotation>', 'eval', dont_inherit=True), {**namespace, **names})

    given = {
        'clean': clean,
        'evaluate_annotation': evaluate_annotation,
        'namespace_of': guard['namespace_of'],
        'read_line': read_line,
        'read_from_own': builtin['read_from_own'],
        'open': builtin['guarded']['open'],
        'characters': host['character'],
        'argv': argv,
        'main_file': lambda: next(iter(sources), ''),
        'names': lambda: builtin['guest_names'](main),
        'recursion_limit': host['recursion_limit'],
        'set_recursion_limit': host['set_recursion_limit'],
    }
    signature = rooms['signatures'](guard)
    imports = rooms['facades'](host, guard, prefilled, rooms['library'](host, guard, formatting, size, outcome, given, rooms['streams'](guard, given), main),
                               rooms['lent_functions'](host, guard, text, sources, given['main_file'], given['names'], pattern, signature['parameters_of'],
                                                     at_end),
                               rooms['library_builtins'](guard, pattern), signature['inspect'])
    crossing = rooms['host_values'](host, guard, imports['imported'], imports['loaded'])

    prefilled.update(guard['globals'])
    prefilled.update(rooms['exception_groups']())
    prefilled['_print_'] = builtin['print_collector'] if host['judges_as_zope']() else print
    prefilled['_range_'] = range
    prefilled['_import_from_'] = imports['import_from']
    prefilled['_import_star_'] = imports['import_star']
    prefilled['_builtin_'] = builtin['builtin_guard']
    # Every builtin's name is bound in the guest's own module, so that none is ever looked up further.
    # Python's module site would have made exit and quit.
    for name, real in [*builtins.__dict__.items(), ('exit', None), ('quit', None)]:
        decision = str(host['builtin_decision'](name))
        if decision == 'as-is':
            prefilled[name] = real
        elif decision == 'guarded':
            prefilled[name] = builtin['guarded'][name]
        else:
            prefilled[name] = builtin['refused'](name, decision)
    prefilled['__import__'] = imports['import']
    for name in ('__name__', '__doc__', '__loader__', '__spec__', '__package__', '__origname__'):
        prefilled.pop(name, None)
    dangerous = {name: builtins.__dict__[name] for name in ('open', 'exec', 'eval', 'compile', 'input', 'breakpoint', '__graalpython__')
                 if name in builtins.__dict__}
    imports['put_away'](dangerous)
    if host['allows_everything']():
        rooms['everything'](prefilled, build_class, real_import, imports['import'], imports['import_from'], imports['is_own'])
        builtins.__dict__.update(dangerous)
    else:
        builtins.__dict__['__class_made__'] = guard['class_made']
        builtins.__dict__['__class_set__'] = guard['class_set']
        # Where GraalPy shows its classes the guards know it from now on.
        type('first', (), {})
    main.update(prefilled)
    trace_guards = rooms['guard_trace'](guard, prefilled, main)

    def define(name, value):
        """Binds a value that the host gives to the guest, in its main module and in those that it will import."""
        if str(name) == 'sys.argv':
            argv.extend(crossing['decode'](value))
            return
        if str(name) == 'sys.stdin':
            read_from(crossing['decode'](value))
            return
        if str(name) == 'guards.trace':
            trace_guards(crossing['decode'](value))
            return
        if str(name) == 'guards.refusals':
            refusal['begin'](crossing['decode'](value))
            return
        bind(str(name), crossing['decode'](value))
        host_names[str(name)] = main[str(name)]

    host_names = {}

    def bind(name, value):
        main[name] = prefilled[name] = value

    def crossing_of_prologue():
        return rooms['host_values'](host, guard, imports['imported_for_prologue'], imports['loaded_for_prologue'])

    run_prologue = rooms['jail'](host, crossing, crossing_of_prologue, imports['facade_for_prologue'], imports['for_prologue'], imports['away'], bind)

    def prologue(text):
        """Runs what the host trusts, with the host's own functions and data."""
        run_prologue(text, host_names)

    def lend(name, module):
        """Binds a function of one of the guest's own modules in all of them; the module is imported by the first call."""
        name, module = str(name), str(module)

        def lent(*arguments, **keywords):
            return imports['import_from'](module, 0, name)(*arguments, **keywords)

        lent.__name__ = lent.__qualname__ = name
        main[name] = prefilled[name] = lent

    def prepare(filename, text):
        """Makes ready for the main module: its source for tracebacks, the namespace."""
        others = dict(sources)
        sources.clear()
        sources[str(filename)] = str(text).split('\n')
        sources.update(others)
        guard['add_module']('__main__', main)

    def add_module(name, filename, text, code):
        """Lets the guest import a module of its own."""
        sources[str(filename)] = str(text).split('\n')
        imports['add_module'](str(name), str(filename), str(code))

    def is_bound(name):
        """Reports whether the guest's module binds the name to something that is not None."""
        return main.get(str(name)) is not None

    def call(function, arguments):
        """Calls a function that the guest's module binds, with data, for data."""
        name = str(function)
        if name not in main or main[name] is prefilled.get(name, prefilled):
            raise NameError(f"name '{name}' is not defined")
        try:
            answer = main[name](*crossing['decode'](arguments))
        finally:
            finish()
        result = crossing['encode'](answer)
        flush()
        return result

    def finish():
        """Runs what was started and not waited for, when the main module, or a call, has come to its end, whatever that was."""
        for function in at_end:
            function()

    def fail():
        """Called by Java where something of its own failed."""
        raise SystemError('the Python runtime can not do this operation')

    flush = outcome['flush']
    return [outcome['report'], flush, define, prepare, is_bound, crossing['call_back'],
            outcome['current_line'], call, add_module, lend, prologue, fail, finish]


def start(names, functions):
    """Gives the trusted functions a namespace of their own: guest code runs in this module's."""
    from types import FunctionType
    main = globals()
    trusted = {'__name__': 'pyrestrict', '__builtins__': main['__builtins__']}
    rooms = {}
    for name in ('patterns', 'operands', 'arguments', 'errors', 'facts', 'classes', 'attributes', 'matching', 'guards', 'guarded_builtins', 'formatting', 'sizes', 'texts', 'outcome', 'everything', 'streams', 'library', 'lent_functions', 'library_builtins', 'signatures',
                 'facades', 'host_values', 'exception_groups', 'guard_trace', 'refusals', 'jail', 'boot'):
        rooms[name] = FunctionType(main.pop(name).__code__, trusted, name)
    del main['start']
    return rooms['boot'](names, functions, rooms, main)
