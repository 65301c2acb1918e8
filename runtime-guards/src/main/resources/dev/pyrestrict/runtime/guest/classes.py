# Trusted code. The making of classes: which names a guest's may define, what its bases and metaclasses may be, and who may
# change a class of the library's. Python calls it for each class statement, GraalPy for every class and every change of one.
def classes(host, fact, tell):
    import builtins
    import sys
    from types import BuiltinFunctionType, CellType, FunctionType, GenericAlias, MethodWrapperType, ModuleType

    import _py_abc

    ids_of = fact['ids_of']
    type_mro, type_dict, type_flags, made_by_code = fact['type_mro'], fact['type_dict'], fact['type_flags'], fact['made_by_code']
    name_of, exact_name, attribute_of = fact['name_of'], fact['exact_name'], fact['attribute_of']
    function_globals, module_namespace = fact['function_globals'], fact['module_namespace']
    is_own_class, is_own_function, is_own_namespace = fact['is_own_class'], fact['is_own_function'], fact['is_own_namespace']
    note_class, shows_classes = fact['note_class'], fact['shows_classes']
    function_dict = FunctionType.__dict__['__dict__'].__get__
    function_code = FunctionType.__dict__['__code__'].__get__
    function_closure = FunctionType.__dict__['__closure__'].__get__
    builtin_self = BuiltinFunctionType.__dict__['__self__'].__get__
    alias_origin = GenericAlias.__dict__['__origin__'].__get__
    wrapper_self = MethodWrapperType.__dict__['__self__'].__get__
    set_attribute = type.__dict__['__setattr__']
    frame_of = sys._getframe

    # --- names that a class defines ------------------------------------------------------------------

    special_method_refusal = host['special_method_refusal']
    definition_refusals = {}

    def definition_refusal(name):
        if name in definition_refusals:
            return definition_refusals[name]
        reason = special_method_refusal(name)
        if len(definition_refusals) < 20000:
            definition_refusals[name] = reason
        return reason

    def refuse_definition(name, reason):
        raise TypeError(f"'{name}' can't be defined by guest code: {reason}") from None

    def check_special_method(name, function):
        """Special methods that a class body may not define may not come in by another door either."""
        name = exact_name(name, function)
        reason = special_method_refusal(name)
        if reason:
            refuse_definition(name, reason)

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
            return id(type(value)) in runtime_descriptors
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

    # By their ids, here and below: a guest's metaclass may say that its classes are equal to all others.
    runtime_descriptors = ids_of(
        type(type.__dict__['__mro__']),            # getset or member descriptors: they read past every guard
        type(FunctionType.__dict__['__globals__']),
        type(FunctionType.__dict__['__code__']),
        type(object.__dict__['__class__']),
        type(object.__init__),
    )

    subclasses_of = type.__dict__['__subclasses__']

    def is_text(cls):
        """Whether instances of the class, or of a class derived from it, are str or bytes."""
        return issubclass(cls, (str, bytes)) or any(is_text(k) for k in subclasses_of(cls))

    known_hashes = (None, str.__hash__, bytes.__hash__, object.__hash__)

    def refuse_hash(cls):
        raise TypeError(
            f"class '{name_of(cls)}' can't define __hash__: as a key it could be equal to one text now and to another later") from None

    def check_hash(cls):
        if issubclass(cls, (str, bytes)):
            for k in type_mro(cls):
                if not any([type_dict(k).get('__hash__') is known for known in known_hashes]):
                    refuse_hash(cls)
                if k is str or k is bytes:
                    break

    # --- classes as GraalPy shows them --------------------------------------------------------------

    LIBRARYS, OWN, OWN_AND_PLAIN = 0, 1, 2
    # What others ask of each class of the guest's.
    further_checks = []

    def class_made(cls):
        """Called by GraalPy with every class, before anyone else has seen it; that is where all ways of making one meet."""
        if is_importing() and is_librarys(cls):
            in_making[-1][id(cls)] = cls
            return LIBRARYS
        note_class(cls)
        shows_classes[0] = True
        # GraalPy counts the names of a class at each step through them, not where they are copied.
        for name, value in type_dict(cls).copy().items():
            if type(name) is not str:
                raise TypeError(f"a class's names must be strings, not '{name_of(type(name))}'") from None
            reason = definition_refusal(name)
            if reason and not is_put_there(name, value):
                tell('class', attribute_of(cls, name), reason)
                refuse_definition(name, reason)
        check_hash(cls)
        for check in further_checks:
            check(cls)
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
        reason = f"attributes of the class '{name_of(cls)}' can't be changed: it is not the guest's own"
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

    def is_librarys(cls):
        """Whether nothing of the guest's is in the class. A key that is compared during an import may call a function of the
        library that makes classes, with no frame of the guest's in between."""
        if is_own_class(type(cls)) or any([is_own_class(k) for k in type_mro(cls)[1:]]):
            return False
        seen = {}
        return all([of_library(value, seen) for name, value in type_dict(cls).copy().items()
                    if type(name) is not str or name[:2] == '__' or definition_refusal(name)])

    def of_library(value, seen):
        """Whether the value runs no code of the guest's: neither its own nor, as wrappers do, what a library's function holds."""
        t = type(value)
        if id(t) in of_python:
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
            return holder is None or fact['is_module'](holder) or type(holder) is type and not is_own_class(holder)
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
                return id(type(wrapper_self(value))) in of_python
            return id(type(value)) in of_guards or of_library(value, seen)
        if id(type(value)) in of_containers and id(value) not in seen:
            seen[id(value)] = value
            return all([of_library(item, seen) for item in (value.values() if type(value) is dict else value)])
        return of_library(value, seen)

    # What trusted code keeps its knowledge in; the guest's own things are of other types.
    of_guards = ids_of(dict, list, tuple, set, ModuleType, fact['module_class'], type(host['classify_name']))
    of_containers = ids_of(dict, list, tuple, set)
    # Types of values that run no code but Python's own.
    of_python = ids_of(type(None), bool, int, str, bytes, tuple, list, dict, CellType,
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

    # --- class statements ----------------------------------------------------------------------------

    # How many class statements are under way, and the classes that are finished while others are not, by their ids.
    building = [0]
    finished = {}

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
            known = t is GenericAlias or typing and typing.__dict__.get(name_of(t)) is t
            if known and t is not GenericAlias:
                known = '__mro_entries__' not in object.__getattribute__(base, '__dict__')
            entries = known and base.__mro_entries__
        if not known:
            raise TypeError(f"'{name_of(t)}' object can't be a base class")
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

    def is_unfinished(cls):
        """Whether the class is being made, and not by one of the hooks that are meant to shape it."""
        return bool(building[0]) and id(cls) not in finished and not in_class_hook()

    def in_class_hook():
        # Python runs __set_name__ inside type.__new__, before the class has been looked at; only the
        # hooks that are meant to shape a new class may change it.
        frame = frame_of(3)
        while frame is not None:
            if frame.f_code.co_name in ('__init_subclass__', '__new__', '__init__') and is_own_namespace(frame.f_globals):
                return True
            frame = frame.f_back
        return False

    return {
        'special_method_refusal': special_method_refusal, 'check_special_method': check_special_method, 'definition_refusal': definition_refusal,
        'refuse_definition': refuse_definition, 'expecting': expecting, 'made_by_library': made_by_library, 'is_put_there': is_put_there,
        'runtime_descriptors': runtime_descriptors, 'subclasses_of': subclasses_of, 'is_text': is_text, 'refuse_hash': refuse_hash,
        'class_made': class_made, 'further_checks': further_checks, 'class_set': class_set, 'in_making': in_making,
        'is_importing': is_importing, 'is_unfinished': is_unfinished,
    }
