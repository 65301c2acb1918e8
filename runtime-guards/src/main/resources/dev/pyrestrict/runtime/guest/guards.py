# Trusted code. The guest's side of the guards: it finds out facts about an object that guest code
# can't forge, asks Java for the decision (once per name and type) and remembers the answer.
#
# Rules for every line here: no attribute of a guest's object is read to decide something; types are
# taken with type(), the method resolution order and dictionaries of classes through the descriptors of
# `type` itself; names are exact str. What a guest can reach of this file is calls, never objects.
def guards(host, main, clean):
    import _py_abc
    import sys
    # Whether it is an object of a class for which is_plain() says so: GraalPy was changed to answer that.
    from __graalpython__ import blackhole as is_plain_object
    from __graalpython__ import force_split_direct_calls as copied_for_each_call
    from types import BuiltinFunctionType, CellType, FunctionType, GenericAlias, MappingProxyType, MethodType, MethodWrapperType, ModuleType
    # This brings the abstract classes of collections, which can't be made with the functions that the library is lent.
    from weakref import ref

    type_mro = type.__dict__['__mro__'].__get__
    type_dict = type.__dict__['__dict__'].__get__
    function_globals = FunctionType.__dict__['__globals__'].__get__
    function_dict = FunctionType.__dict__['__dict__'].__get__
    module_namespace = ModuleType.__dict__['__dict__'].__get__
    super_self_class = super.__dict__['__self_class__'].__get__
    method_function = MethodType.__dict__['__func__'].__get__
    frame_of = sys._getframe
    missing = object()

    classify_name = host['classify_name']
    decide_attribute = host['decide_attribute']
    decide_write = host['decide_write']

    # Namespaces of guest modules by id; the values keep them alive so that an id is never reused.
    namespaces = {id(main): main}
    module_names = {'__main__'}

    # --- what the host is told ------------------------------------------------------------------------

    # Who hears of refusals: at most one function, when the host asks for that.
    listener = []

    def tell(guard_name, subject, reason):
        """Something was refused. Nothing is asked of the guest's objects: the words are ours, names are exact str."""
        if listener:
            listener[0](guard_name, subject, reason)

    def attribute_of(o, name):
        return f"{_name(o) if issubclass(type(o), type) else _name(type(o))}.{name}"

    # --- whose is it? ------------------------------------------------------------------------------

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

    def refuse_definition(name, reason):
        raise TypeError(f"'{name}' can't be defined by guest code: {reason}") from None

    def check_special_method(name, function):
        """Special methods that a class body may not define may not come in by another door either."""
        name = exact_name(name, function)
        reason = special_method_refusal(name)
        if reason:
            refuse_definition(name, reason)

    LIBRARYS, OWN, OWN_AND_PLAIN = 0, 1, 2

    def class_made(cls):
        """Called by GraalPy with every class, before anyone else has seen it; that is where all ways of making one meet."""
        if is_importing() and is_librarys(cls):
            in_making[-1][id(cls)] = cls
            return LIBRARYS
        note_class(cls)
        shows_classes[0] = True
        for name, value in type_dict(cls).items():
            if type(name) is not str:
                raise TypeError(f"a class's names must be strings, not '{_name(type(name))}'") from None
            reason = definition_refusal(name)
            if reason and not is_put_there(name, value):
                tell('class', attribute_of(cls, name), reason)
                refuse_definition(name, reason)
        check_hash(cls)
        if matched_privately:
            check_patterns(cls)
        return OWN_AND_PLAIN if is_plain(cls) else OWN

    # Made in Java, and nothing of their objects' has a private name.
    plain_bases = (object, int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset)
    judges_private_names_by_type = host['judges_private_names_by_type']()

    def is_plain(cls):
        """Whether the private attributes of its objects can be read, and any be set, as in code without guards: so it is where
        whatever a class derives from is the guest's own, or tells nothing."""
        return not judges_private_names_by_type and all([is_own_class(k) or is_plain_base(k) for k in type_mro(cls)])

    def is_plain_base(cls):
        return any([cls is k for k in plain_bases]) or issubclass(cls, BaseException) and not type_flags(cls) & made_by_code

    # For each import that is under way the library's classes that it makes, by their ids. They are changed until it ends, no others, and
    # only by these, which make classes: abc asks a guest's classes about the new ones, and the guest calls whatever it likes with them.
    in_making = []
    makes_classes = {
        '_py_abc': ('__new__',), 'collections': ('namedtuple',), 'dataclasses': ('_process_class', '_set_new_attribute', '_add_slots'),
        'enum': ('__new__', '__set_name__', 'convert_class', 'global_enum'), 'functools': ('total_ordering',), 'string': ('__init_subclass__',),
        'typing': ('__new__', '__init_subclass__', '_generic_init_subclass', '_make_nmtuple', 'runtime_checkable'),
    }
    names_of_abc = module_namespace(_py_abc)
    # What the library keeps in its own classes at any time: what copyreg and typing have found out about them.
    kept_in_classes = ('__slotnames__', '__non_callable_proto_members__')

    def class_set(cls, name):
        """Called by GraalPy before an attribute is set, or deleted, of a class that is not the guest's own. Methods of the library
        set attributes of whatever they are called with: a guest's descriptor in one of the library's classes would be handed what
        the library works with."""
        if name in kept_in_classes or is_set_by_library(frame_of(1), cls, name):
            return
        reason = f"attributes of the class '{_name(cls)}' can't be changed: it is not the guest's own"
        tell('_write_', attribute_of(cls, name), reason)
        raise TypeError(reason) from None

    def is_set_by_library(frame, cls, name):
        """Whether one of these does it, which no guest can call: trusted code that makes the members of a module, or mends one that
        was imported; abc, which keeps what it has found out; a module that is not imported to the end; what has made the class."""
        trusted = function_globals(class_set)
        while is_on_behalf(frame, trusted):
            frame = frame.f_back
        if frame.f_globals is trusted:
            while frame is not None and frame.f_globals is trusted:
                if frame.f_code.co_name in ('members', 'lend_builtins'):
                    return True
                frame = frame.f_back
            return False
        if frame.f_globals is names_of_abc and name[:5] == '_abc_' or getattr(frame.f_globals.get('__spec__'), '_initializing', False) is True:
            return True
        return any([id(cls) in classes for classes in in_making]) and makes_class(frame)

    def makes_class(frame):
        return any([frame.f_code.co_name in names and is_of_module(frame, module) for module, names in makes_classes.items()])

    def is_of_module(frame, name):
        return name in sys.modules and frame.f_globals is module_namespace(sys.modules[name])

    def is_on_behalf(frame, trusted):
        """Whether it is the caller who sets the attribute."""
        if frame.f_globals is trusted:
            return frame.f_code.co_name in ('setattr_for_library', 'delattr_for_library', 'setattr_for_dataclasses', 'expecting')
        return frame.f_code.co_name in ('__setattr__', '__delattr__') and is_of_module(frame, 'enum')

    def note_class(cls):
        key = id(cls)
        own_classes[key] = ref(cls, lambda _: own_classes.pop(key, None))

    def is_librarys(cls):
        """Whether nothing of the guest's is in the class. A key that is compared during an import may call a function of the
        library that makes classes, with no frame of the guest's in between."""
        if is_own_class(type(cls)) or any([is_own_class(k) for k in type_mro(cls)[1:]]):
            return False
        seen = {}
        return all([of_library(value, seen) for name, value in type_dict(cls).items()
                    if type(name) is not str or name[:2] == '__' or definition_refusal(name)])

    def of_library(value, seen):
        """Whether the value runs no code of the guest's: neither its own nor, as wrappers do, what a library's function holds."""
        t = type(value)
        if t in of_python:
            return True
        if id(value) in seen:
            return True
        seen[id(value)] = value
        if t is FunctionType:
            if is_own_function(value):
                return False
            is_trusted = function_globals(value) is function_globals(of_library)
            return all([is_held_by_library(cell, seen, is_trusted) for cell in function_closure(value) or ()])
        if t is BuiltinFunctionType:
            holder = builtin_self(value)
            return holder is None or type(holder) is ModuleType or type(holder) is type and not is_own_class(holder)
        if t is GenericAlias:
            return of_library(alias_origin(value), seen)
        if t is classmethod or t is staticmethod:
            return of_library(value.__func__, seen)
        if t is property:
            return all([of_library(accessor, seen) for accessor in (value.fget, value.fset, value.fdel)])
        return issubclass(t, type) and not is_own_class(value) and not is_own_class(t)

    def is_held_by_library(cell, seen, is_trusted):
        try:
            value = cell.cell_contents
        except ValueError:
            # The class that is being made.
            return True
        if is_trusted:
            # What the rooms of trusted code hold are the guards themselves, which know all of the guest's; wrappers that they
            # make keep what a guest gave them as it is.
            if type(value) is MethodWrapperType:
                # The guards read by descriptors of Python's; a guest has wrappers of its own.
                return type(wrapper_self(value)) in of_python
            return type(value) in of_guards or of_library(value, seen)
        if type(value) in (dict, list, tuple, set) and id(value) not in seen:
            seen[id(value)] = value
            return all([of_library(item, seen) for item in (value.values() if type(value) is dict else value)])
        return of_library(value, seen)

    function_closure = FunctionType.__dict__['__closure__'].__get__
    builtin_self = BuiltinFunctionType.__dict__['__self__'].__get__
    alias_origin = GenericAlias.__dict__['__origin__'].__get__

    # What trusted code keeps its knowledge in; the guest's own things are of other types.
    of_guards = (dict, list, tuple, set, ModuleType, type(host['classify_name']))
    wrapper_self = MethodWrapperType.__dict__['__self__'].__get__
    # Types of values that run no code but Python's own.
    of_python = (type(None), bool, int, str, bytes, tuple, list, dict, CellType,
                 type(object.__dict__['__class__']), type(FunctionType.__dict__['__globals__']), type(object.__init__), type(str.join))

    def is_importing():
        """Whether the library, or the runtime, makes what it needs. A guest's code may run meanwhile: keys in a cache
        that a module looks at while it is imported are compared, what it warns of is written."""
        if not in_making:
            return False
        frame = frame_of(1)
        while frame is not None and not is_own_namespace(frame.f_globals):
            if frame.f_code.co_name in ('<module>', 'with_all_builtins', 'host_object'):
                return True
            frame = frame.f_back
        return False

    def check_hash(cls):
        if issubclass(cls, (str, bytes)):
            for k in type_mro(cls):
                if not any([type_dict(k).get('__hash__') is known for known in known_hashes]):
                    refuse_hash(cls)
                if k is str or k is bytes:
                    break

    special_method_refusal = host['special_method_refusal']
    definition_refusals = {}

    def definition_refusal(name):
        if name in definition_refusals:
            return definition_refusals[name]
        reason = special_method_refusal(name)
        if len(definition_refusals) < 20000:
            definition_refusals[name] = reason
        return reason

    # What a library function that is at work puts under such names.
    expected = []

    def expecting(values, put, *arguments):
        """Calls what puts these there."""
        before = len(expected)
        expected.extend(values)
        try:
            return put(*arguments)
        finally:
            del expected[before:]

    # Names that dataclasses, typing and abc set on a guest's class, which dataclass(slots=True) makes anew of what is in it.
    made_by_library = ('__dataclass_fields__', '__dataclass_params__', '__parameters__', '__subclasshook__', '__abstractmethods__')

    def is_put_there(name, value):
        """Whether it is Python, or the library's code that makes a class for a guest, which defines such a name."""
        if name in ('__classcell__', '__classdictcell__'):
            return type(value) is CellType
        if name in ('__dict__', '__weakref__'):
            return type(value) in runtime_descriptors
        if name == '__held__' or name[:3] == '__t' and name[3:-2].isdigit():
            # Guarded code keeps something there for a moment.
            return True
        if name == '__type_params__':
            return type(value) is tuple
        if name in made_by_library:
            return any([value is each for each in expected])
        if type(value) is not FunctionType or is_own_function(value):
            return False
        # A guest is given none that is called so. Others would do what the guest wants: _replace() of a named tuple calls _make().
        return function_code(value).co_name == name

    function_code = FunctionType.__dict__['__code__'].__get__

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

    def is_own_function(function):
        return is_own_namespace(function_globals(function))

    def is_own_namespace(names):
        """Whether the runtime prepared the namespace for code of a guest: nobody else can give it that name."""
        return '_guest_' in names

    # --- names -------------------------------------------------------------------------------------

    PLAIN, TYPED = 0, 1
    name_classes = {}

    def classify(name):
        known = name_classes.get(name)
        if known is None:
            known = classify_name(name)
            if len(name_classes) < 20000:
                name_classes[name] = known
        return known

    def exact_name(name, function):
        if type(name) is str:
            return name
        if isinstance(name, str):
            return str.__str__(name) if type(str.__str__(name)) is str else ''.join(str.__iter__(name))
        where = '' if function in ('getattr()', 'setattr()', 'delattr()', 'hasattr()') else f'{function}: '
        raise TypeError(f"{where}attribute name must be string, not '{type(name).__name__}'")

    # --- attribute read ----------------------------------------------------------------------------

    handlers = {}
    decisions = {}
    held = {}

    def subject_of(o):
        """Returns what the decision depends on (a class) and the form of the object."""
        t = type(o)
        if issubclass(t, type):
            return o, 'class'
        if issubclass(t, super):
            return super_self_class(o), 'super'
        if t is FunctionType:
            return t, 'function' if is_own_function(o) else 'library function'
        if t is MethodType:
            function = method_function(o)
            return t, 'function' if type(function) is FunctionType and is_own_function(function) else 'library function'
        if t is ModuleType:
            return t, 'own module' if is_own_namespace(module_namespace(o)) else 'module'
        return t, 'instance'

    def owner_of(cls, name, form):
        """Returns the library class that defines the name, or ''. What guest classes define does not
        count: it may be deleted again and uncover what a library class has under that name."""
        for k in classes_of(cls, form):
            if name in type_dict(k) and not is_own_class(k):
                return full_name(k)
        return ''

    def classes_of(cls, form):
        """Where an attribute is looked for: a class's own attributes come before those of its metaclass."""
        return type_mro(cls) + type_mro(type(cls)) if form == 'class' else type_mro(cls)

    def types_refused():
        """By attribute: the library's types of whose objects the policy refuses it, each with the policy's name for it. A type
        has that name in the module that offers it, not always in the one that made it."""
        found = {}
        for entry in host['refused_attributes']():
            written, _, attribute = str(entry).rpartition('.')
            cls = class_named(written.split('.'))
            if cls is not None:
                found.setdefault(attribute, []).append((cls, written))
        return found

    def class_named(parts):
        for length in range(len(parts) - 1, 0, -1):
            module = '.'.join(parts[:length])
            try:
                __import__(module)
            except ImportError:
                continue
            found = sys.modules[module]
            for part in parts[length:]:
                found = getattr(found, part, None)
            return found if isinstance(found, type) else None
        return None

    # Before any code of the guest's runs.
    refused_types = types_refused()

    def named_owner(cls, name, form):
        """The type of which the policy refuses the name, if objects of the class are of it; else as owner_of()."""
        for refused, written in refused_types.get(name, ()):
            if any([k is refused for k in classes_of(cls, form)]):
                return written
        return owner_of(cls, name, form)

    def forwards(cls, form):
        """Reports whether a library class passes reads on to an object that no guard has seen, as aliases and proxies do."""
        if form in ('super', 'function'):
            return False
        order = type_mro(type(cls) if form == 'class' else cls)
        return any(k not in looks_no_further and not is_own_class(k) and ('__getattr__' in type_dict(k) or '__getattribute__' in type_dict(k))
                   for k in order)

    looks_no_further = (object, type, ModuleType, FunctionType)

    _name = type.__dict__['__name__'].__get__
    module_of = type.__dict__['__module__'].__get__

    type_flags = type.__dict__['__flags__'].__get__
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
        module, name = module_of(cls), _name(cls)
        if not type_flags(cls) & made_by_code:
            return f'{module}.{name}'
        if type(module) is not str or type(name) is not str:
            return 'a class without a name'
        if any([type(holder) is ModuleType and module_namespace(holder).get(name) is cls for holder in (sys.modules.get(module), facades.get(module))]):
            return f'{module}.{name}'
        return f'a class that says it is {module}.{name}'

    def decide(o, name):
        subject, form = subject_of(o)
        key = (name, id(subject), form)
        decision = decisions.get(key)
        if decision is None:
            decision = decide_for(subject, form, name)
            held[id(subject)] = subject
            decisions[key] = decision
        return decision

    def decide_for(subject, form, name):
        own = any(is_own_class(k) for k in type_mro(subject)) or name == '__dict__' and is_ancestor(subject, form)
        return decide_attribute(name, form, own, named_owner(subject, name, form), forwards(subject, form))

    def is_ancestor(subject, form):
        """Whether it is a class of the library's that stands at the end of what guests' classes derive from: programs that
        look through all of a class's bases for their own descriptors come by it."""
        return form == 'class' and full_name(subject) in ('builtins.object', 'abc.ABC', 'typing.Generic', 'typing.Protocol')

    def refuse(o, name, reason):
        t = type(o)
        if reason:
            tell('_getattr_', attribute_of(o, name), reason)
            raise AttributeError(f"attribute '{name}' is not available to guest code: {reason}") from None
        what = f"type object '{_name(o)}'" if issubclass(t, type) else f"'{_name(t)}' object"
        raise AttributeError(f"{what} has no attribute '{name}'") from None

    def add_module(name, namespace):
        """Takes a namespace for a guest's module."""
        namespaces[id(namespace)] = namespace
        module_names.add(name)
        namespace['_guest_'] = True

    # For each name the types, by id, of which instances need no guard.
    plain_types = {}

    def getattr_guard(o, name):
        """a.b becomes _getattr_(a, 'b')."""
        types = plain_types.get(name)
        if types is not None and (types is every_type or id(type(o)) in types):
            return getattr(o, name)
        return judged_getattr(o, name)

    every_type = {}

    def judged_getattr(o, name):
        known = classify(name)
        if known == PLAIN:
            if len(plain_types) < 20000:
                plain_types[name] = every_type
            return getattr(o, name)
        if known != TYPED:
            refuse(o, name, known)
        decision = decide(o, name)
        asked = is_asked(o, name)
        if decision == 'plain':
            if not asked and subject_of(o)[1] == 'instance' and len(plain_types) < 20000:
                plain_types.setdefault(name, {})[id(type(o))] = type(o)
            return getattr(o, name)
        handler = handlers.get(decision)
        if handler is None:
            refuse(o, name, decision)
        return handler(o, name)

    asked_names = {}

    def asks_always(name):
        """Whether the host has a rule that is asked about each read of the name."""
        asked = asked_names.get(name)
        if asked is None:
            asked = host['asks_always'](name)
            if len(asked_names) < 20000:
                asked_names[name] = asked
        return asked

    def is_asked(o, name):
        """Asks the host's rules, if it has some that are to be asked about each read of the name; whether it has."""
        asked = asks_always(name)
        if asked:
            subject, form = subject_of(o)
            reason = host['ask_rules'](owner_of(subject, name, form), name)
            if reason:
                refuse(o, name, reason)
        return asked

    def dynamic_getattr(o, name, *default):
        if len(default) > 1:
            raise TypeError(f'getattr expected at most 3 arguments, got {2 + len(default)}')
        name = exact_name(name, 'getattr()')
        if not default:
            return getattr_guard(o, name)
        try:
            return getattr_guard(o, name)
        except AttributeError:
            return default[0]

    def dynamic_hasattr(o, name):
        try:
            getattr_guard(o, exact_name(name, 'hasattr()'))
        except AttributeError:
            return False
        return True

    def handler(decision):
        def register(function):
            handlers[decision] = function
            return function
        return register

    @handler('type')
    def read_class(o, name):
        return type(o)

    @handler('hidden')
    def read_hidden(o, name):
        return None

    @handler('awaitable')
    def read_await(o, name):
        """What a guest's __await__() hands on. Elsewhere the iterator of a coroutine is nobody's to hold: there is await."""
        frame = frame_of(1)
        while frame is not None and not is_own_namespace(frame.f_globals):
            frame = frame.f_back
        if frame is None or frame.f_code.co_name != '__await__':
            refuse(o, name, 'use await')
        return getattr(o, name)

    @handler('missing')
    def read_missing(o, name):
        refuse(o, name, '')

    @handler('namespace')
    def read_namespace(o, name):
        subject, form = subject_of(o)
        if form == 'class' and is_ancestor(o, form):
            return MappingProxyType({k: v for k, v in type_dict(o).items() if k in ('__module__', '__doc__') and type(v) is str})
        if form == 'class':
            return shown(type_dict(o))
        found = getattr(o, '__dict__')
        # super() finds the namespace of a class, too.
        return found if type(found) is dict else shown(found)

    def shown(names):
        """What a guest sees of the namespace of a class: a copy, behind a proxy as Python's."""
        return MappingProxyType({k: v for k, v in names.items()
                                 if type(k) is str and classify(k) in (PLAIN, TYPED) and not is_descriptor_of_runtime(v)})

    def is_descriptor_of_runtime(value):
        return type(value) in runtime_descriptors

    runtime_descriptors = (
        type(type.__dict__['__mro__']),            # getset or member descriptors: they read past every guard
        type(FunctionType.__dict__['__globals__']),
        type(FunctionType.__dict__['__code__']),
        type(object.__dict__['__class__']),
        type(object.__init__),
    )

    # object.__getattribute__, __setattr__ and __delattr__ take names that nobody has looked at.
    @handler('attribute protocol')
    def read_attribute_protocol(o, name):
        found = getattr(o, name)
        function = found.__func__ if type(found) is MethodType else found
        if type(function) is FunctionType:
            if is_own_function(function):
                return found
            if name in ('__getattr__', '__getattribute__'):
                # A library's own forwards the name to an object that no guard has seen.
                refuse(o, name, 'it belongs to a library')
        bound = not issubclass(type(o), type)
        # Now, while it is what found was taken from: a guest can make a super object stand for another object.
        held_by = super_self(o) if issubclass(type(o), super) else o

        def parts(args):
            return (held_by, args) if bound else (args[0], args[1:])

        if name in ('__getattribute__', '__getattr__'):
            def protocol(*args):
                target, (attribute,) = parts(args)
                return through(found, target, exact_name(attribute, name), bound)
            return protocol
        if name == '__setattr__':
            def protocol(*args):
                target, (attribute, value) = parts(args)
                attribute = exact_name(attribute, name)
                check_store(target, attribute)
                return found(attribute, value) if bound else found(target, attribute, value)
            return protocol

        def protocol(*args):
            target, (attribute,) = parts(args)
            attribute = exact_name(attribute, name)
            check_store(target, attribute)
            return found(attribute) if bound else found(target, attribute)
        return protocol

    super_self = super.__dict__['__self__'].__get__

    def through(found, target, attribute, bound):
        if classify(attribute) == PLAIN:
            return found(attribute) if bound else found(target, attribute)
        if classify(attribute) != TYPED:
            refuse(target, attribute, classify(attribute))
        decision = decide(target, attribute)
        is_asked(target, attribute)
        if decision == 'plain':
            return found(attribute) if bound else found(target, attribute)
        special = handlers.get(decision)
        if special is None:
            refuse(target, attribute, decision)
        return special(target, attribute)

    # --- attribute write ---------------------------------------------------------------------------

    writable = {}
    building = [0]
    finished = {}

    def write_guard(o):
        """a.b = c becomes _write_(a).b = c."""
        t = type(o)
        if id(t) in writable:
            return o
        reason = write_refusal(o, t)
        return Unchangeable(o, reason) if reason else o

    class Unchangeable:
        """Stands for an object of which no attribute may be set; whether it has items to set it says itself."""
        __slots__ = ('_o', '_reason')

        def __init__(self, o, reason):
            keep_object(self, o)
            keep_reason(self, reason)

        def __getattr__(self, name):
            return getattr_guard(self._o, name)

        def __setattr__(self, name, value):
            if is_stream(self._o, name):
                stream_setters[name](value)
            else:
                refuse_write(self._o, name, self._reason, 'setter')

        def __delattr__(self, name):
            refuse_write(self._o, name, self._reason, 'deleter')

        def __setitem__(self, key, value):
            self._o[key] = value

        def __delitem__(self, key):
            del self._o[key]

    # Programs put others in the place of the streams of sys: the library says what becomes of it.
    stream_setters = {}

    def is_stream(o, name):
        return o is facades.get('sys', missing) and name in stream_setters

    keep_object, keep_reason = Unchangeable.__dict__['_o'].__set__, Unchangeable.__dict__['_reason'].__set__

    # Types of the library whose objects CPython can't change either: there it is an AttributeError, and that is what
    # programs catch. What it says of an attribute that is there depends on what the type is written in.
    unchanging = {
        **dict.fromkeys(('datetime.date', 'datetime.datetime', 'datetime.time', 'datetime.timezone', 'decimal.Decimal'),
                        "attribute '{name}' of '{owner}' objects is not writable"),
        **dict.fromkeys(('datetime.timedelta', 're.Pattern', 're.Match', 'builtins.slice', 'builtins.generator', 'builtins.coroutine'),
                        'readonly attribute'),
        **dict.fromkeys(('fractions.Fraction', 'pathlib.PurePath', 'pathlib.PurePosixPath', 'pathlib.PureWindowsPath', 'pathlib.PosixPath',
                         'ipaddress.IPv4Address', 'ipaddress.IPv6Address', 'ipaddress.IPv4Network', 'ipaddress.IPv6Network'),
                        "property '{name}' of '{type}' object has no {verb}"),
    }
    in_python = ('fractions', 'pathlib', 'ipaddress')

    def refuse_write(o, name, reason, verb):
        tell('_write_', attribute_of(o, name), reason)
        t = type(o)
        said = unchanging.get(full_name(t))
        if said is None or name[:1] == '_':
            raise TypeError(reason) from None
        module, _, shown = full_name(t).rpartition('.')
        if module != 'builtins' and module not in in_python:
            shown = full_name(t)
        owner = next((k for k in type_mro(t) if name in type_dict(k)), None)
        held = missing if owner is None else type_dict(owner)[name]
        # GraalPy's patterns find some of their attributes when they are asked.
        if held is missing and not hasattr(o, name):
            raise AttributeError(f"'{shown}' object has no attribute '{name}'") from None
        if callable(held) or type(held) in (classmethod, staticmethod):
            raise AttributeError(f"'{shown}' object attribute '{name}' is read-only") from None
        raise AttributeError(said.format(name=name, owner=full_name(owner or t), type=shown, verb=verb)) from None

    def check_write(o, name='', verb='setter'):
        """Raises where no attribute of the object may be set."""
        if id(type(o)) not in writable:
            reason = write_refusal(o, type(o))
            if reason:
                if name:
                    refuse_write(o, name, reason, verb)
                tell('_write_', attribute_of(o, '*'), reason)
                raise TypeError(reason) from None

    def own_guard(o, name):
        """a._b += c becomes _own_(a, '_b')._b += c: the attribute is read and set."""
        check_write(o, name)
        decision = decide(o, name)
        if decision != 'plain':
            refuse(o, name, decision)
        is_asked(o, name)
        return o

    def define_guard(o, name):
        """a.__repr__ = c becomes _define_(a, '__repr__').__repr__ = c."""
        check_definition(o, name)
        return write_guard(o)

    def check_definition(o, name):
        if not issubclass(type(o), type):
            return
        if name == 'mro':
            reason = definition_refusal(name)
            tell('_define_', attribute_of(o, name), reason)
            refuse_definition(name, reason)
        if name == '__hash__' and is_text(o):
            refuse_hash(o)

    subclasses_of = type.__dict__['__subclasses__']

    def is_text(cls):
        """Whether instances of the class, or of a class derived from it, are str or bytes."""
        return issubclass(cls, (str, bytes)) or any(is_text(k) for k in subclasses_of(cls))

    known_hashes = (None, str.__hash__, bytes.__hash__, object.__hash__)

    def refuse_hash(cls):
        raise TypeError(
            f"class '{_name(cls)}' can't define __hash__: as a key it could be equal to one text now and to another later") from None

    def write_refusal(o, t):
        if issubclass(t, type):
            if not is_own_class(o):
                return f"attributes of the class '{_name(o)}' can't be changed: it is not the guest's own"
            if building[0] and id(o) not in finished and not in_class_hook():
                return f"class '{_name(o)}' can't be changed while it is being made: do it in __init_subclass__ or after the class statement"
            return ''
        if t is FunctionType:
            return '' if is_own_function(o) else "attributes of a library's function can't be changed"
        if issubclass(t, super):
            return "attributes can't be set through super()"
        own = any(is_own_class(k) for k in type_mro(t))
        if own:
            form = 'own'
        elif any('__setitem__' in type_dict(k) or '__delitem__' in type_dict(k) for k in type_mro(t)):
            form = 'container'
        elif issubclass(t, BaseException):
            form = 'exception'
        else:
            form = 'library'
        reason = decide_write(full_name(t), form)
        if not reason:
            held[id(t)] = t
            writable[id(t)] = True
        return reason

    def in_class_hook():
        # Python runs __set_name__ inside type.__new__, before the class has been looked at; only the
        # hooks that are meant to shape a new class may change it.
        frame = frame_of(2)
        while frame is not None:
            if frame.f_code.co_name in ('__init_subclass__', '__new__', '__init__') and is_own_namespace(frame.f_globals):
                return True
            frame = frame.f_back
        return False

    def check_store(o, name, verb='setter'):
        reason = host['classify_store'](name)
        if reason:
            tell('_write_', attribute_of(o, name), reason)
            raise AttributeError(f"attribute '{name}' can't be set by guest code: {reason}") from None
        check_definition(o, name)
        check_write(o, name, verb)

    def dynamic_setattr(o, name, value):
        name = exact_name(name, 'setattr()')
        if is_stream(o, name):
            stream_setters[name](value)
            return
        check_store(o, name)
        setattr(o, name, value)

    def dynamic_delattr(o, name):
        name = exact_name(name, 'delattr()')
        check_store(o, name, 'deleter')
        delattr(o, name)

    # --- items, iteration, calls -------------------------------------------------------------------

    def getitem_guard(o, key):
        """a[k] becomes _getitem_(a, k)."""
        return o[key]

    def getiter_guard(iterable):
        """for x in it becomes for x in _getiter_(it)."""
        return iterable

    def unpack_sequence_guard(sequence, spec, getiter):
        """a, (b, c) = x becomes a, (b, c) = _unpack_sequence_(x, spec, _getiter_)."""
        iterable = getiter(sequence)
        children = spec['childs']
        if not children:
            return iterable
        values = taken(iterable, spec['min_len'], 'starred' in spec)
        if values is None:
            return iterable
        if len(values) == spec['min_len'] or 'starred' in spec and len(values) > spec['min_len']:
            for index, child in children:
                values[index] = unpack_sequence_guard(values[index], child, getiter)
        return values

    def taken(iterable, least, starred):
        """No more values than Python's own unpacking takes: one too many tells that there are too many."""
        try:
            iterator = iter(iterable)
        except TypeError:
            # Python's own unpacking says it in other words.
            return None
        if starred:
            return list(iterator)
        values = []
        for value in iterator:
            values.append(value)
            if len(values) > least:
                break
        return values

    def iter_unpack_sequence_guard(iterable, spec, getiter):
        """for a, (b, c) in it becomes for a, (b, c) in _iter_unpack_sequence_(it, spec, _getiter_)."""
        for element in getiter(iterable):
            yield unpack_sequence_guard(element, spec, getiter)

    def apply_guard(function, /, *args, **kwargs):
        """f(*a, **k) becomes _apply_(f, *a, **k)."""
        return function(*args, **kwargs)

    import operator
    in_place = {
        '+=': operator.iadd, '-=': operator.isub, '*=': operator.imul, '/=': operator.itruediv,
        '//=': operator.ifloordiv, '%=': operator.imod, '**=': operator.ipow, '<<=': operator.ilshift,
        '>>=': operator.irshift, '&=': operator.iand, '|=': operator.ior, '^=': operator.ixor,
        '@=': operator.imatmul,
    }

    def inplacevar_guard(operation, target, value):
        """n += v becomes n = _inplacevar_('+=', n, v)."""
        return in_place[operation](target, value)

    # --- classes -----------------------------------------------------------------------------------

    import builtins
    build_class = builtins.__build_class__

    def prepares_plainly(metaclass):
        """Whether the metaclass gives class bodies an ordinary namespace. Guards are names: a class body looks for
        them in its own namespace first, so a namespace that the guest made up could answer for them."""
        if not issubclass(type(metaclass), type):
            return False
        for k in type_mro(type(metaclass)):
            if k is not type and k is not object:
                names = type_dict(k)
                if '__prepare__' in names or '__getattribute__' in names:
                    return False
        for k in type_mro(metaclass):
            if '__prepare__' in type_dict(k):
                return k is type or k is getattr(sys.modules.get('enum'), 'EnumType', type)
        return False

    def metaclasses_of(base, bases):
        """The metaclasses that a base brings along; an alias of typing, like Generic[T], stands for other bases."""
        t = type(base)
        if issubclass(t, type):
            return [t]
        typing = sys.modules.get('typing')
        if t is FunctionType:
            # No other: what a function has there may answer otherwise when Python asks again.
            entries = function_dict(base).get('__mro_entries__')
            known = typing and (base is typing.NamedTuple or base is typing.TypedDict)
        else:
            known = t is GenericAlias or typing and typing.__dict__.get(_name(t)) is t
            if known and t is not GenericAlias:
                known = '__mro_entries__' not in object.__getattribute__(base, '__dict__')
            entries = known and base.__mro_entries__
        if not known:
            raise TypeError(f"'{_name(t)}' object can't be a base class")
        return [type(entry) for entry in entries(bases)]

    def copied_alias(base):
        """What Python is given of an alias of typing, which it asks once more what it stands for. Its guest can change it while it
        answers: code of the guest's runs for what it keeps, and for what is compared with it."""
        typing = sys.modules.get('typing')
        alias = typing and typing.__dict__.get('_BaseGenericAlias')
        if not any([k is alias for k in type_mro(type(base))]):
            return base
        copy = object.__new__(type(base))
        object.__getattribute__(copy, '__dict__').update(object.__getattribute__(base, '__dict__'))
        return copy

    def name_bases(cls, given, bases):
        """The class says that it was made of what its statement names."""
        names = type_dict(cls).get('__orig_bases__')
        if type(names) is tuple and any([base is not before for base, before in zip(bases, given)]):
            written = {id(base): before for base, before in zip(bases, given)}
            set_attribute(cls, '__orig_bases__', tuple([written.get(id(name), name) for name in names]))

    def compares_itself(metaclass):
        for k in type_mro(metaclass):
            if '__eq__' in type_dict(k):
                return is_own_class(k)
        return False

    read_args = BaseException.__dict__['args'].__get__
    write_args = BaseException.__dict__['args'].__set__

    def takes_no_keywords(error):
        """Whether GraalPy says so of object, where CPython names the new class."""
        args = read_args(error)
        return len(args) == 1 and type(args[0]) is str and args[0].startswith('object.__init_subclass__() got an unexpected keyword argument')

    def build_class_hook(function, name, /, *bases, **keywords):
        if not is_own_function(function):
            return build_class(function, name, *bases, **keywords)
        metaclasses = [keywords['metaclass']] if 'metaclass' in keywords else []
        given, bases = bases, tuple([copied_alias(base) for base in bases])
        for base in bases:
            metaclasses += metaclasses_of(base, bases)
        for metaclass in metaclasses:
            if not prepares_plainly(metaclass):
                raise TypeError(f"the metaclass of '{name}' must be a class derived from type, without __prepare__ of its own")
        if any([not issubclass(type(base), type) for base in bases]) and any([compares_itself(metaclass) for metaclass in metaclasses]):
            # Python asks once more for what the aliases stand for, and compares classes meanwhile.
            raise TypeError(f"a metaclass of '{name}' defines __eq__: it can't have bases that stand for others, as Generic[T] does")
        building[0] += 1
        try:
            cls = build_class(function, name, *bases, **keywords)
        except TypeError as error:
            if takes_no_keywords(error):
                write_args(error, (f'{name}.__init_subclass__() takes no keyword arguments',))
            raise
        finally:
            building[0] -= 1
        is_class = issubclass(type(cls), type)
        if is_class:
            if not shows_classes[0]:
                check_hash(cls)
            if is_own_class(cls):
                name_bases(cls, given, bases)
            if issubclass(cls, (int, float)):
                say_as_repr(cls)
        if building[0] and is_class:
            finished[id(cls)] = cls
        elif not building[0]:
            finished.clear()
        return cls

    set_attribute = type.__dict__['__setattr__']

    def say_as_repr(cls):
        """int and float have no __str__ in CPython: what a class of the guest's says as its repr() is its str() too."""
        for k in type_mro(cls):
            names = type_dict(k)
            if '__str__' in names:
                return
            if '__repr__' in names:
                if is_own_class(k):
                    set_attribute(cls, '__str__', object.__str__)
                return

    builtins.__build_class__ = build_class_hook

    # --- except ------------------------------------------------------------------------------------

    current_exception = sys.exception

    def catch_guard(classes):
        """In a generator, except BaseException becomes except _catch_(BaseException): the GeneratorExit that
        closes the generator is only caught by its own name."""
        if classes is BaseException and type(current_exception()) is GeneratorExit:
            return ()
        return classes

    def caught_guard(error):
        """except E as e: begins with _caught_(e)."""
        clean(error)

    # --- match -------------------------------------------------------------------------------------

    self_matching = {bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple}

    def match_class_guard(cls):
        """case C(p) becomes case _m0_(p) after _m0_ = _match_class_(C): a class pattern reads the
        attributes that C.__match_args__ names behind the guards' back, so the names are checked first."""
        if not issubclass(type(cls), type) or id(cls) in matched:
            return cls
        for k in type_mro(type(cls)):
            if k is not type and k is not object:
                names = type_dict(k)
                if '__getattribute__' in names or '__getattr__' in names or '__match_args__' in names:
                    raise TypeError(f"class pattern: the metaclass of '{_name(cls)}' computes attributes")
        for k in type_mro(cls):
            names = type_dict(k).get('__match_args__', missing)
            if names is missing:
                continue
            if type(names) is not tuple:
                raise TypeError(f"{_name(cls)}.__match_args__ must be a tuple (got {_name(type(names))})")
            for name in names:
                if type(name) is not str:
                    raise TypeError(f"__match_args__ elements must be strings (got {_name(type(name))})")
                if classify(name) != PLAIN and not (classify(name) == TYPED and private_match(cls, name)):
                    tell('match', attribute_of(cls, name), "it can't be matched")
                    raise TypeError(f"class pattern: attribute '{name}' can't be matched by guest code")
            private = [name for name in names if classify(name) != PLAIN]
            if private:
                matched_privately[id(cls)] = private
            break
        matched[id(cls)] = cls
        # From now on none of them is given other names, not even while the guest's code runs in the middle of a match.
        for k in type_mro(cls):
            keeps_match_args[id(k)] = k
        return cls

    matched = {}
    keeps_match_args = {}
    # What the pattern of a class reads, by its id, that a library's class may have for itself.
    matched_privately = {}

    def private_match(cls, name):
        # Other metaclasses may take objects for instances that are none: a class can be registered with an ABC.
        # And a class that is not shown when it is made may be derived from this one and from a library's.
        return type(cls) is type and not asks_always(name) and shows_classes[0] and is_own_class(cls) and name[:2] != '__' and is_field(cls, name)

    def is_field(cls, name):
        """Whether the name is a guest's to read of every instance of the class, and of those derived from it."""
        return (not issubclass(cls, type) and decide_for(cls, 'instance', name) == 'plain'
                and all([is_field(k, name) for k in subclasses_of(cls)]))

    def check_patterns(cls):
        """A class that is derived from one that a pattern has named holds to what was found out then."""
        for k in type_mro(cls):
            for name in matched_privately.get(id(k), ()):
                if not is_field(cls, name):
                    raise TypeError(f"a class pattern of '{_name(k)}' reads '{name}', which '{_name(cls)}' has of a library's class") from None

    def match_guard(subject, *classes):
        return subject

    return {
        'getattr': getattr_guard, 'dynamic_getattr': dynamic_getattr, 'dynamic_hasattr': dynamic_hasattr,
        'dynamic_setattr': dynamic_setattr, 'dynamic_delattr': dynamic_delattr, 'write': check_write,
        'tell': tell, 'listener': listener, 'check_store': check_store, 'classify': classify, 'is_own_class': is_own_class, 'refuse': refuse,
        'exact_name': exact_name, 'namespace_of': namespace_of, 'handler': handler, 'namespaces': namespaces, 'module_names': module_names,
        'type_mro': type_mro, 'type_dict': type_dict, 'subject_of': subject_of, 'owner_of': owner_of,
        'is_own_function': is_own_function, 'is_own_namespace': is_own_namespace, 'add_module': add_module, 'module_namespace': module_namespace, 'name_of': _name, 'function_globals': function_globals,
        'special_method_refusal': special_method_refusal, 'check_special_method': check_special_method, 'is_put_there': is_put_there, 'class_made': class_made, 'class_set': class_set, 'in_making': in_making, 'check_definition': check_definition, 'expecting': expecting, 'made_by_library': made_by_library, 'is_importing': is_importing, 'facades': facades, 'stream_setters': stream_setters, 'keep_names': keep_names,
        'keeps_match_args': keeps_match_args,
        # Each place that calls one of them has a copy: it sees one name and few types, which compiled code then knows.
        'globals': {name: copied_for_each_call(function) for name, function in {
            '_getattr_': getattr_guard, '_write_': write_guard, '_define_': define_guard, '_own_': own_guard, '_getitem_': getitem_guard,
            '_getiter_': getiter_guard, '_unpack_sequence_': unpack_sequence_guard,
            '_iter_unpack_sequence_': iter_unpack_sequence_guard, '_apply_': apply_guard,
            '_inplacevar_': inplacevar_guard, '_match_': match_guard,
            '_match_class_': match_class_guard, '_catch_': catch_guard, '_caught_': caught_guard,
        }.items()} | {'_plain_': is_plain_object, '_slice_': slice},
    }
