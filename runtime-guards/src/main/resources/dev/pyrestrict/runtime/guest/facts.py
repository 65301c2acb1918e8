# Trusted code. Facts about objects that guest code can't forge: what things are called, and whose they are.
def facts(main):
    import sys
    from types import FunctionType, ModuleType
    # This brings the abstract classes of collections, which can't be made with the functions that the library is lent.
    from weakref import ref

    type_mro = type.__dict__['__mro__'].__get__
    type_dict = type.__dict__['__dict__'].__get__
    type_flags = type.__dict__['__flags__'].__get__
    name_of = type.__dict__['__name__'].__get__
    module_of = type.__dict__['__module__'].__get__
    function_globals = FunctionType.__dict__['__globals__'].__get__
    module_namespace = ModuleType.__dict__['__dict__'].__get__

    class Module(ModuleType):
        """A module of a guest's own. Its names can be set as its own code sets them; those of the runtime can't, and a builtin's is
        never unbound. The compiler has no guard where a variable's attribute was set before."""
        __slots__ = ()

        def __setattr__(self, name, value):
            if type(self) is not Module and type(self) is not ModuleType:
                # Of a class that is derived from it.
                set_attribute(self, name, value)
                return
            member_namespace(self, name)[name] = value

        def __delattr__(self, name):
            if type(self) is not Module and type(self) is not ModuleType:
                delete_attribute(self, name)
                return
            namespace = member_namespace(self, name)
            if name not in namespace:
                raise AttributeError(f"module '{namespace.get('__name__')}' has no attribute '{name}'")
            bound_again = namespace['_builtin_']
            del namespace[name]
            try:
                namespace[name] = bound_again(name)
            except KeyError:
                pass

        def __reduce_ex__(self, protocol):
            # As for Python's own: a copy would take the namespace along, and note it.
            raise TypeError("cannot pickle 'module' object")

    set_attribute, delete_attribute = ModuleType.__setattr__, ModuleType.__delattr__
    Module.__name__ = Module.__qualname__ = 'module'
    Module.__module__ = 'builtins'

    def is_module(o):
        """Whether it is a module, a guest's own or the library's; not whether a class of the guest's is derived from theirs."""
        t = type(o)
        return t is ModuleType or t is Module

    def member_namespace(module, name):
        """The namespace of a guest's own module, in which the name may be bound."""
        namespace = module_namespace(module)
        if not is_own_namespace(namespace) or '_library_' in namespace:
            raise TypeError("attributes of 'builtins.module' objects can't be changed by guest code") from None
        if type(name) is not str or len(name) > 1 and name[0] == name[-1] == '_':
            raise AttributeError(f"attribute '{name}' of a module can't be set by guest code") from None
        return namespace

    # Namespaces of guest modules by id; the values keep them alive so that an id is never reused.
    namespaces = {id(main): main}
    module_names = {'__main__'}

    def add_module(name, namespace):
        """Takes a namespace for a guest's module."""
        namespaces[id(namespace)] = namespace
        module_names.add(name)
        namespace['_guest_'] = True

    def is_own_namespace(names):
        """Whether the runtime prepared the namespace for code of a guest: nobody else can give it that name."""
        return '_guest_' in names

    def is_own_function(function):
        return is_own_namespace(function_globals(function))

    def namespace_of(o):
        """The names that the body of a guest's function or class saw; those of the main module for everything else."""
        if type(o) is FunctionType and is_own_function(o):
            namespace = function_globals(o)
            return main if '_library_' in namespace else namespace
        module = type_dict(o).get('__module__') if issubclass(type(o), type) else None
        for namespace in namespaces.values():
            if type(module) is str and namespace.get('__name__') == module and '_library_' not in namespace:
                return namespace
        return main

    # References to classes that were made while no library module was being imported, by their ids, which are not given again.
    # Whoever is not trusted may not answer for the table: a class of the library's, as weakref has them, gets attributes from
    # methods of others that are called with it for self, and a guest's descriptor among them would.
    own_classes = {}
    # Whether GraalPy shows every class that is made; if not, a class is the guest's when it says so.
    shows_classes = [False]

    def is_own_class(cls):
        """Reports whether the class was made by guest code, or by the library for it."""
        if shows_classes[0]:
            noted = own_classes.get(id(cls))
            return noted is not None and noted() is cls
        module = type_dict(cls).get('__module__')
        return type(module) is str and module in module_names

    def note_class(cls):
        key = id(cls)
        own_classes[key] = ref(cls, lambda _: own_classes.pop(key, None))

    # Of a class that Python code made: its names can be set.
    made_by_code = 1 << 9
    facades = {}
    # Of library classes that a guest was given, by their ids: what they were called then.
    given_names = {}

    def keep_names(values):
        """Keeps what classes are called, and what they derive from, that a guest is about to be given."""
        for value in values:
            if issubclass(type(value), type):
                for k in type_mro(value):
                    if id(k) not in given_names:
                        given_names[id(k)] = k, full_name(k)

    def full_name(cls):
        """The name by which is decided what a class may. A library's function sets names on whatever it is given for self:
        only the class that is found under a name has what the name allows."""
        if id(cls) in given_names:
            return given_names[id(cls)][1]
        module, name = module_of(cls), name_of(cls)
        if not type_flags(cls) & made_by_code:
            return f'{module}.{name}'
        if type(module) is not str or type(name) is not str:
            return 'a class without a name'
        if any([type(holder) is ModuleType and module_namespace(holder).get(name) is cls for holder in (sys.modules.get(module), facades.get(module))]):
            return f'{module}.{name}'
        return f'a class that says it is {module}.{name}'

    def ids_of(*types):
        """For whether a type is one of these that stay: `in` would ask the metaclass of a guest's."""
        return frozenset([id(t) for t in types])

    def attribute_of(o, name):
        return f"{name_of(o) if issubclass(type(o), type) else name_of(type(o))}.{name}"

    def exact_name(name, function):
        if type(name) is str:
            return name
        if isinstance(name, str):
            return str.__str__(name) if type(str.__str__(name)) is str else ''.join(str.__iter__(name))
        where = '' if function in ('getattr()', 'setattr()', 'delattr()', 'hasattr()') else f'{function}: '
        raise TypeError(f"{where}attribute name must be string, not '{type(name).__name__}'")

    return {
        'type_mro': type_mro, 'type_dict': type_dict, 'type_flags': type_flags, 'made_by_code': made_by_code, 'name_of': name_of,
        'module_class': Module, 'is_module': is_module, 'member_namespace': member_namespace, 'function_globals': function_globals, 'module_namespace': module_namespace, 'exact_name': exact_name, 'attribute_of': attribute_of,
        'namespaces': namespaces, 'namespace_of': namespace_of, 'add_module': add_module,
        'ids_of': ids_of, 'is_own_namespace': is_own_namespace, 'is_own_function': is_own_function, 'is_own_class': is_own_class, 'note_class': note_class,
        'shows_classes': shows_classes, 'facades': facades, 'keep_names': keep_names, 'full_name': full_name,
    }
