# Trusted code. A module as a guest gets it: a new module object that holds the members which the table
# of modules lists, nothing else, so that there is nothing to filter afterwards.
def facades(host, guard, prefilled, guarded_members, lent_functions, lend_builtins, inspect_for_dataclasses):
    import builtins
    import importlib
    import sys
    from types import ModuleType

    made = {}
    away = {}
    own_modules = {}

    def put_away(names):
        """Takes builtins out of reach: library modules keep them under their own names, and a name of the
        guest's that got past the compiler has nothing to find."""
        for name in names:
            if name in builtins.__dict__:
                away[name] = builtins.__dict__.pop(name)
        lend_builtins(away, is_unfinished)

    def is_unfinished(module):
        """Whether the module's own body still runs."""
        return getattr(module.__dict__.get('__spec__'), '_initializing', False) is True

    in_making = guard['in_making']
    current_exception = sys.exception
    write_context, write_args = BaseException.__dict__['__context__'].__set__, BaseException.__dict__['args'].__set__

    def with_all_builtins(function, *arguments, **keywords):
        """Calls a function that imports library modules: their bodies may need what was put away."""
        before = current_exception()
        builtins.__dict__.update(away)
        others = in_making[:]
        try:
            in_making[:] = [*others, {}]
            return function(*arguments, **keywords)
        except BaseException as error:
            # Directories of the server's stand in what an import fails with, and in what it came upon before. No function of
            # Python's does this, see below.
            if error is not before:
                write_context(error, before)
            if type(error) is ImportError and type(error.msg) is str:
                error.msg, error.path = error.msg.replace(sys.prefix, ''), None
                write_args(error, (error.msg,))
            raise
        finally:
            in_making[:] = others
            if not others:
                # No function of Python's does this: at the end of the stack none can be called, and they have to go even then.
                for name in away:
                    builtins.__dict__.pop(name, None)
            # Before an import around this one ends a guest's code may run, and get hold of the module.
            lend_builtins(away, is_unfinished)

    def is_allowed(name):
        return name in own_modules or bool(host['is_allowed'](name))

    def facade(name):
        """Returns the facade of a module; raises ImportError for one that is none for guests."""
        module = made.get(name)
        if module is not None:
            return module
        if name in own_modules:
            return own_module(name, *own_modules[name])
        library = host['library_module'](name)
        if library is not None:
            return library_module(name, str(library[0]), str(library[1]))
        members = host['module_members'](name)
        if members is None:
            refuse(name)
        module = ModuleType(name)
        namespace = module.__dict__
        for hidden in ('__loader__', '__spec__', '__package__'):
            namespace[hidden] = None
        own = guarded_members.get(name)
        own = with_all_builtins(own) if own is not None else {}
        real = None
        listed = str(members).split()
        part, written = in_guest_code.get(name, ('', ()))
        written = [member for member in written if member in listed]
        for member in listed:
            if member in written:
                continue
            if member in own:
                namespace[member] = own[member]
                continue
            if real is None:
                real = with_all_builtins(importlib.import_module, name)
                if is_unfinished(real):
                    # The guest's code runs in the middle of its import: it has not been lent its builtins yet.
                    raise ImportError(f"cannot import name '{member}' from partially initialized module '{name}'", name=name)
            namespace[member] = getattr(real, member)
        if real is not None:
            namespace['__doc__'] = getattr(real, '__doc__', None)
        made[name] = guard['facades'][name] = module
        guard['keep_names'](namespace.values())
        parent, _, child = name.rpartition('.')
        if parent:
            facade(parent).__dict__[child] = module
        if written:
            find_later(name, namespace, part, written)
        brought = brings_along.get(name)
        if brought is not None and is_allowed(brought):
            facade(brought)
        return module

    # Members that are written as guest code, as whole modules are; the module that has them is no guest's to import.
    in_guest_code = {
        'io': ('_io_text', ('TextIOWrapper',)),
        're': ('_re_scanner', ('Scanner',)),
        'weakref': ('_weakref_proxies', ('CallableProxyType', 'ProxyType', 'ProxyTypes', 'proxy')),
    }

    written_later = {}

    def find_later(name, namespace, part, written):
        """Has the members that are written as guest code found when one of them is first asked for: few programs do, and many
        import the module."""
        def __getattr__(member):
            if type(member) is not str or member not in written:
                raise AttributeError(f"module '{name}' has no attribute '{member}'")
            made_there = facade(part).__dict__
            for other in written:
                namespace[other] = made_there[other]
            written_later.pop(name, None)
            for until_now in hooks:
                namespace.pop(until_now, None)
            return namespace[member]

        def __dir__():
            return [*written, *[member for member in namespace if member not in hooks]]

        hooks = {'__getattr__': __getattr__, '__dir__': __dir__}
        for hook in hooks.values():
            hook.__module__, hook.__qualname__ = name, hook.__name__
        written_later[name] = written
        namespace.update(hooks)

    # In CPython many modules, typing for one, import the second: whoever has imported the first finds it there.
    brings_along = {'collections': 'collections.abc'}

    def refuse(name):
        guard['tell']('__import__', name, 'the policy does not allow the module')
        raise ModuleNotFoundError(f"import of module '{name}' is not allowed by the policy", name=name) from None

    def library_module(name, filename, code):
        """Runs a module of the library that is written as guest code: it may import what it needs."""
        def import_any(name, form='', *_):
            return facade(name)

        def import_any_from(name, level, member):
            return facade(name).__dict__[member]

        lent = lent_functions.get(name, {})
        module = ModuleType(name)
        real = own_module(name, filename, code, {
            '_library_': True, '__import__': import_any, '_import_from_': import_any_from, '_print_': print, **lent}, module)
        namespace = module.__dict__
        for hidden in ('__loader__', '__spec__', '__package__'):
            namespace[hidden] = None
        # What it imports for itself is none of its members.
        namespace.update({
            member: value for member, value in real.__dict__.items()
            if member[0] != '_' and type(value) is not ModuleType and member not in lent
            and (is_offered(member, value) or (name, member) in builtins_of_modules)})
        namespace['__doc__'] = real.__doc__
        return module

    def add_module(name, filename, code):
        if name.partition('.')[0] in sys.modules:
            raise ImportError(f"a guest's module can't be named '{name}'")
        own_modules[name] = (filename, code)

    def own_module(name, filename, code, more={}, shown=None):
        """Runs a module of the guest's own, in a namespace like that of its main module. Who imports it gets what is to be
        shown of it, even while it runs: a guest's code may run meanwhile."""
        parent, _, child = name.rpartition('.')
        if parent:
            load(parent)
            if name in made:
                return made[name]
        is_library = '_library_' in more
        module = ModuleType(name) if is_library else Module(name)
        namespace = module.__dict__
        namespace.update(prefilled)
        namespace.update(more)
        if is_library and name not in knows_mocks:
            namespace['isinstance'] = is_instance
        for hidden in ('__loader__', '__spec__', '__package__'):
            namespace[hidden] = None
        guard['add_module'](name, namespace)
        shown = shown or module
        made[name] = shown
        try:
            away['exec'](away['compile'](code, filename, 'exec', dont_inherit=True), namespace)
        except BaseException:
            del made[name]
            raise
        if parent:
            made[parent].__dict__[child] = shown
        return module

    # What guests and their library have imported, and what the prologue has: modules keep settings, and what they were asked
    # before. A guest decides about those, and its objects may claim to be equal to what the prologue asks for.
    guests, prologues = {}, {}
    shown = [guests]
    abstract = ('_collections_abc', 'collections.abc', 'io', 'weakref')

    def for_prologue(function, *arguments, **keywords):
        """Calls a function that finds, and leaves, the prologue's modules imported. Those that were there before are everybody's,
        but for such with abstract classes: one of these asks all classes that are derived from it, and remembers the answers."""
        if not prologues:
            prologues.update(sys.modules)
            for name in abstract:
                prologues.pop(name, None)
        return among(prologues, function, *arguments, **keywords)

    def facade_for_prologue(name):
        return among(guests, facade, name)

    def imported(name):
        """A module that guests have, itself, made ready as for one that imports it; the policy may not allow that."""
        return among(guests, made_ready, name)

    def made_ready(name):
        if name in own_modules or not is_allowed(name):
            refuse(name)
        facade(name)
        return sys.modules[name]

    def loaded(name):
        return (sys.modules if shown[0] is guests else guests).get(name)

    def imported_for_prologue(name):
        return for_prologue(with_all_builtins, importlib.import_module, name)

    def loaded_for_prologue(name):
        return (sys.modules if shown[0] is prologues else prologues).get(name)

    def among(modules, function, *arguments, **keywords):
        others = shown[0]
        if others is modules:
            return function(*arguments, **keywords)
        # No function of Python's does this, see with_all_builtins().
        others.clear()
        others.update(sys.modules)
        try:
            sys.modules.clear()
            sys.modules.update(modules)
            shown[0] = modules
            return function(*arguments, **keywords)
        finally:
            modules.clear()
            modules.update(sys.modules)
            sys.modules.clear()
            sys.modules.update(others)
            shown[0] = others
            for name, module in prologues.items():
                if module is not guests.get(name) and type(module) is ModuleType:
                    module.__dict__['_prologue_'] = True

    real_import = builtins.__import__

    def library_import(name, globals=None, locals=None, fromlist=(), level=0):
        """Import statements are the library's own: the compiler turns the guest's into calls of the guard. GraalPy's Java code
        imports too, copyreg for a copy of an object, and calls the parameters by the names they have in Python."""
        if globals is not None and '_prologue_' in globals and shown[0] is guests:
            return for_prologue(library_import, name, globals, locals, fromlist, level)
        if name == 'inspect' and globals is not None and globals.get('__name__') == 'dataclasses':
            return inspect_for_dataclasses
        if name in sys.modules:
            module = real_import(name, globals, locals, fromlist, level)
        else:
            module = with_all_builtins(real_import, name, globals, locals, fromlist, level)
        for member in fromlist or ():
            if member != '*' and not hasattr(module, member) and f'{module.__name__}.{member}' not in sys.modules:
                # What Python says, when the statement then looks for the member, has the module's file with it.
                unfinished = 'partially initialized module ' if is_unfinished(module) else ''
                raise ImportError(f"cannot import name '{member}' from {unfinished}'{module.__name__}'", name=module.__name__)
        return module

    builtins.__import__ = library_import

    def import_guard(name, form='', *_):
        """import a.b becomes a = __import__('a.b'), import a.b as c becomes c = __import__('a.b', 'as')."""
        module = load(name)
        if form != 'as' and '.' in name:
            return load(name.partition('.')[0])
        return module

    def load(name):
        if not is_allowed(name):
            refuse(name)
        parts = name.split('.')
        for end in range(1, len(parts)):
            facade('.'.join(parts[:end]))
        return facade(name)

    def import_from_guard(name, level, member):
        """from a import b becomes b = _import_from_('a', 0, 'b')."""
        if level:
            raise ImportError('attempted relative import with no known parent package') from None
        module = load(name)
        if type(member) is str and member in written_later.get(name, ()):
            return getattr(module, member)
        if type(member) is str and member in module.__dict__ and (
                is_offered(member, module.__dict__[member]) or (name, member) in builtins_of_modules):
            return module.__dict__[member]
        if is_allowed(name + '.' + member):
            return facade(name + '.' + member)
        guard['tell']('_import_from_', f'{name}.{member}' if type(member) is str else name, 'the module is not offered with that member')
        raise ImportError(f"cannot import name '{member}' from '{name}'", name=name) from None

    def import_star_guard(name, member):
        """from a import * becomes, for each b that the program's module a may have, if _import_star_('a', 'b'):
        b = _import_from_('a', 0, 'b')."""
        namespace = load(name).__dict__
        listed = namespace.get('__all__')
        if type(listed) is list or type(listed) is tuple:
            return member in listed
        if type(member) is str and member in written_later.get(name, ()):
            return True
        return type(member) is str and member in namespace and member[0] != '_' and is_offered(member, namespace[member])

    # What these modules of the library have is the builtin itself.
    builtins_of_modules = {('asyncio', 'TimeoutError'), ('concurrent.futures', 'TimeoutError')}

    def is_offered(member, value):
        """The runtime's own names, which are bound in every module of the guest, are no member of it."""
        return guard['visible'](member) and not (member in prefilled and prefilled[member] is value)

    def module_named(name):
        """For dictConfig(), which is told of classes and streams by their names, and patch(), which is told of what it is to replace."""
        return load(guard['exact_name'](name, 'name of a module'))

    lent_functions['logging.config']['module_named'] = module_named

    Module, main_module = guard['module_class'], sys.modules['__main__']

    def patched_module(name):
        """For patch(): the module that it names. The main one is the guest's own as others are."""
        name = guard['exact_name'](name, 'name of a module')
        return main_module if name == '__main__' else module_named(name)

    def set_attribute(target, name, value):
        """For patch(): setattr(), of the main module too."""
        if target is main_module:
            Module.__setattr__(target, guard['exact_name'](name, 'patch()'), value)
        else:
            guard['dynamic_setattr'](target, name, value)

    def delete_attribute(target, name):
        if target is main_module:
            Module.__delattr__(target, guard['exact_name'](name, 'patch()'))
        else:
            guard['dynamic_delattr'](target, name)

    def show_specs(base):
        """For mocks, which isinstance() takes for what they were told to be like: in the guest's code, not in the library's."""
        type_mro, spec_of = guard['type_mro'], object.__getattribute__

        def isinstance(o, class_or_tuple, /):
            if is_instance(o, class_or_tuple):
                return True
            if not any([k is base for k in type_mro(type(o))]):
                return False
            spec = spec_of(o, '__dict__').get('_spec_class')
            return issubclass(type(spec), type) and issubclass(spec, class_or_tuple)

        isinstance.__qualname__, isinstance.__module__ = 'isinstance', 'builtins'
        for namespace in (prefilled, *guard['namespaces'].values()):
            if ('_library_' not in namespace or namespace.get('__name__') in knows_mocks) and namespace.get('isinstance') is is_instance:
                namespace['isinstance'] = isinstance

    is_instance = isinstance
    knows_mocks = ('unittest', 'unittest.mock')

    lent_functions['unittest.mock'] = {
        'module_named': patched_module, 'set_attribute': set_attribute, 'delete_attribute': delete_attribute, 'show_specs': show_specs}

    return {'add_module': add_module, 'import': import_guard, 'import_from': import_from_guard, 'import_star': import_star_guard, 'put_away': put_away,
            'is_own': lambda name: name in own_modules, 'facade_for_prologue': facade_for_prologue, 'for_prologue': for_prologue, 'away': away,
            'imported': imported, 'loaded': loaded, 'imported_for_prologue': imported_for_prologue, 'loaded_for_prologue': loaded_for_prologue}
