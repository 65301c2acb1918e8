# Trusted code. Python's library is not guarded, and it works for guests: it reads and sets attributes, and builds source
# text, of what they hand to it. A guest may also call a method of a library's class with an object of its own for self.
# So a library module finds other functions under the names of these builtins than the real ones.
def library_builtins(guard, pattern):
    import builtins
    import sys
    from __graalpython__ import force_split_direct_calls as copied_for_each_call
    from types import CodeType, FunctionType, MappingProxyType, MethodType, ModuleType, SimpleNamespace

    classify = guard['classify']
    type_dict = guard['type_dict']
    type_mro = guard['type_mro']
    function_code = FunctionType.__dict__['__code__'].__get__
    function_globals = guard['function_globals']
    method_function = MethodType.__dict__['__func__'].__get__
    method_self = MethodType.__dict__['__self__'].__get__
    is_importing = guard['is_importing']
    missing = object()

    # Modules that import others, and look for attributes, on nobody's behalf.
    unchanged = ('importlib', '_frozen_importlib', '_frozen_importlib_external', 'builtins', 'sys', '__main__')

    # --- names of attributes -----------------------------------------------------------------------

    def words_of(namespace):
        """Every text that stands in a module's code, and in what it can't change: names that it may choose by itself."""
        words, seen = set(), set()

        def collect(value):
            t = type(value)
            if t is str:
                words.add(value)
            elif t is tuple or t is frozenset:
                for item in value:
                    collect(item)
            elif id(value) in seen:
                return
            elif t is CodeType:
                seen.add(id(value))
                collect(value.co_consts)
            elif t is FunctionType:
                seen.add(id(value))
                if function_globals(value) is namespace:
                    collect(function_code(value))
                for cell in value.__closure__ or ():
                    try:
                        collect(cell.cell_contents)
                    except ValueError:
                        pass
            elif t is property:
                for accessor in (value.fget, value.fset, value.fdel):
                    collect(accessor)
            elif t is classmethod or t is staticmethod:
                collect(value.__func__)
            elif issubclass(t, type) and type_dict(value).get('__module__') == namespace.get('__name__'):
                seen.add(id(value))
                for item in list(type_dict(value).values()):
                    collect(item)

        for value in list(namespace.values()):
            collect(value)
        return words

    def attribute_functions(namespace):
        """getattr(), setattr() and delattr() for a module: a name that is none of its own words is a guest's."""
        words = []

        def is_its_own(name):
            if type(name) is not str:
                return False
            if not words:
                words.append(words_of(namespace))
            return name in words[0] or type(classify(name)) is int and any(
                len(word) > 4 and name.startswith(word) and word.endswith('_') for word in words[0])

        def getattr_for_library(o, name, *default):
            if is_its_own(name):
                return getattr(o, name, *default)
            return guard['dynamic_getattr'](o, name, *default)

        def setattr_for_library(o, name, value):
            if check(o, name) and not (issubclass(type(o), type) and brings_guests_own(o, name, value)):
                setattr(o, name, value)
            else:
                guard['dynamic_setattr'](o, name, value)

        def brings_guests_own(cls, name, value):
            """Whether the guest's class would get what its body can't define. The module has the name for its own methods, which
            typing and enum also copy from namespaces and objects that a guest hands to them."""
            name = guard['exact_name'](name, 'setattr()')
            return guard['is_own_class'](cls) and guard['special_method_refusal'](name) and not guard['is_put_there'](name, value)

        def delattr_for_library(o, name):
            if check(o, name):
                delattr(o, name)
            else:
                guard['dynamic_delattr'](o, name)

        def check(o, name):
            """Returns whether the real function will do."""
            if issubclass(type(o), type):
                if is_being_imported(o):
                    return True
                if not guard['is_own_class'](o) and is_of_library(o):
                    raise TypeError("attributes of a library's class can't be changed")
                if name == '__match_args__' and id(o) in guard['keeps_match_args']:
                    raise TypeError("__match_args__ of a class that a pattern has named can't be set")
                return is_its_own(name) or not guard['special_method_refusal'](guard['exact_name'](name, 'setattr()'))
            return is_its_own(name)

        def is_being_imported(cls):
            """A class that a module makes while it is imported, before it is found there. Whose code runs meanwhile nobody
            knows, a partial has no frame: so nothing else may more than at other times."""
            return is_importing() and not guard['is_own_class'](cls) and not is_of_library(cls)

        def is_of_library(cls):
            """A class that a library makes for a guest may be told to say that it is a module's; it is not found there."""
            module = type_dict(cls).get('__module__')
            found = sys.modules.get(module) if type(module) is str else None
            return found is not None and found.__dict__.get(guard['name_of'](cls)) is cls or module in ('pyrestrict', 'host')

        return {'getattr': getattr_for_library, 'setattr': setattr_for_library, 'delattr': delattr_for_library}

    # --- source text -------------------------------------------------------------------------------

    def only_checked(compile_text):
        """compile() for typing: it looks whether annotations that are text are expressions, and needs no more of them."""
        def compile_for_typing(source, filename, mode, *_, **__):
            compile_text(source, filename, mode, dont_inherit=True)
        return compile_for_typing

    N = r'(?:[^\W\d]\w*)'
    NAMES = rf'(?:{N}(?:, ?{N})*)?'
    TUPLE = rf'\((?:{N}\.{N},)*(?:{N}\.{N},)?\)'
    VALUE = rf'{N}(?:\(\) )?(?:\(\)| ?if {N} is {N} else {N})?'
    # What dataclasses writes when the names of fields are names.
    dataclass_lines = '|'.join([
        rf'def __create_fn__\({NAMES}\):',
        rf' def {N}\((?:{N}|{N}:{N}(?:={N})?|\*)?(?:,(?:{N}|{N}:{N}(?:={N})?|\*))*\)(?:->__dataclass_return_type__)?:',
        rf' return {N}',
        r'  pass',
        rf'  {N}\.{N}={VALUE}',
        rf"  __dataclass_builtins_object__\.__setattr__\({N},'{N}',{VALUE}\)",
        rf'  {N}\.__post_init__\({NAMES}\)',
        rf'''  return self\.__class__\.__qualname__ \+ f"\((?:{N}=\{{self\.{N}!r\}}(?:, {N}=\{{self\.{N}!r\}})*)?\)"''',
        rf"  if type\(self\) is cls(?: or name in \{{'{N}'(?:, '{N}')*\}})?:",
        r'''   raise FrozenInstanceError\(f"cannot (?:assign to|delete) field \{name!r\}"\)''',
        r'  super\(cls, self\)\.__(?:setattr__\(name, value\)|delattr__\(name\))',
        r'  if other\.__class__ is self\.__class__:',
        rf'   return {TUPLE}(?:==|<=|>=|<|>){TUPLE}',
        r'  return NotImplemented',
        rf'  return hash\({TUPLE}\)',
    ])
    dataclass_names = (
        r'__dataclass_(?:type|dflt)_\w+__|__dataclass_(?:HAS_DEFAULT_FACTORY|builtins_object|return_type|self)__|__create_fn__'
        r'|__(?:class|qualname|post_init|init|repr|eq|lt|le|gt|ge|hash|setattr|delattr)__')

    def dataclass_text(execute):
        """exec() for dataclasses. It puts the names of fields into source text; they are looked at here, last of all,
        because a guest's code runs while the text is made and can change what was looked at before."""
        def exec_for_dataclasses(text, namespace, local_names):
            for line in text.split('\n'):
                if not pattern(dataclass_lines).fullmatch(line):
                    raise TypeError('a field of a dataclass has a name that is none')
            for name in pattern(r'\w+').findall(text):
                if name[:2] == '__' and name[-2:] == '__' and not pattern(dataclass_names).fullmatch(name) or type(classify(name)) is not int and not pattern(dataclass_names).fullmatch(name):
                    raise TypeError(f'Field name not available to guest code: {name!r}')
            guarded = '\n'.join([pattern(guarded_reads).sub(read_through_guard, line) if line.startswith(looking) else line for line in text.split('\n')])
            guarded = pattern(rf'(?m)^ def __init__\(({N})[^\n]*').sub(begin_guarded, guarded)
            guarded = pattern(r'  super\(cls, self\)\.').sub(lambda found: '  name = __dataclass_store__(self, name)\n' + found[0], guarded)
            # These functions can be called with any object for self.
            for name, function in guards_of_dataclasses.items():
                if name in guarded:
                    local_names[name] = function
                    guarded = guarded.replace('):\n', f', {name}={name}):\n', 1).replace('(, ', '(', 1)
            # A guest's class names the module it says it is of: a function of that module's is none of the guest's.
            execute(guarded, namespace if guard['is_own_namespace'](namespace) else {}, local_names)
        return exec_for_dataclasses

    looking = ('   return (', '  return hash(', '  return self.__class__.__qualname__')
    guarded_reads = rf'\b(self|other)\.({N})'

    def begin_guarded(found):
        return f'{found[0]}\n  __dataclass_plain__({found[1]}) or __dataclass_write__({found[1]})'

    def check_written(o):
        """The attributes of one of the guest's own objects are set; those of a class by no such name as mro."""
        if issubclass(type(o), type):
            raise TypeError("a class has no fields of a dataclass's to be set") from None
        guard['write'](o)

    def name_to_store(o, name):
        """The name under which a class that is derived from a frozen one sets, or deletes, what it likes."""
        name = guard['exact_name'](name, 'dataclass()')
        guard['check_store'](o, name)
        return name

    guards_of_dataclasses = {
        '__dataclass_read__': guard['dynamic_getattr'], '__dataclass_plain__': guard['globals']['_plain_'],
        '__dataclass_write__': check_written, '__dataclass_store__': name_to_store}
    # As other guards, for whom holds one can do no more than ask.
    guard['globals'].update({'_dataclass_write_': check_written, '_dataclass_store_': name_to_store})

    def read_through_guard(found):
        o, name = found.groups()
        return found[0] if classify(name) == 0 else f"__dataclass_read__({o}, '{name}')"

    # --- descriptors that read by a name -----------------------------------------------------------

    def mend_enum(namespace):
        """enum.property reads from one object by a name, and both may be a guest's choice."""
        descriptor = namespace['property']
        read_member, note_name = descriptor.__get__, descriptor.__set_name__
        read = guard['dynamic_getattr']

        def __get__(self, instance, ownerclass=None):
            if instance is not None and self.fget is None:
                if self._attr_type == 'attr':
                    return read(self._cls_type, self.name)
                if self._attr_type == 'desc':
                    return read(instance._value_, self.name)
            return read_member(self, instance, ownerclass)

        def __set_name__(self, ownerclass, name):
            if not issubclass(type(self), descriptor):
                raise TypeError("descriptor '__set_name__' requires an 'enum.property' object")
            note_name(self, ownerclass, name)

        # What a proxy is compared with is given the dictionary itself.
        namespace['EnumType'].__members__ = property(lambda cls: MappingProxyType(dict(cls._member_map_)))

        enum_type = namespace['EnumType']
        make_class = enum_type.__new__

        def make_checked(metacls, cls, bases, classdict, **options):
            check_metaclass(metacls, bases)
            return make_class(metacls, cls, bases, classdict, **options)

        def check_metaclass(metacls, bases):
            """EnumType asks the next metaclass for the class, hands its namespace to it, and copies there what the members are of
            the class that it is answered: a guest's metaclass would answer with any. type() itself asks a base's metaclass that
            is derived from the one it was called with."""
            order = type_mro(metacls) if issubclass(type(metacls), type) else ()
            behind = [k for at, k in enumerate(order) if any([before is enum_type for before in order[:at]])]
            if not behind:
                raise TypeError("EnumType.__new__() takes a metaclass that is derived from EnumType") from None
            if type(bases) is not tuple or any([not any([k is type(base) for k in order]) for base in bases]):
                raise TypeError("the metaclass of an enumeration is derived from those of its bases") from None
            for k in behind:
                if guard['is_own_class'](k) and '__new__' in type_dict(k):
                    raise TypeError(f"'{guard['name_of'](k)}' defines __new__(): as a metaclass of enumerations it has to stand before EnumType") from None

        make_checked.__name__ = '__new__'
        make_checked.__module__, make_checked.__qualname__ = 'enum', 'EnumType.__new__'
        enum_type.__new__ = staticmethod(make_checked)
        proto = namespace['_proto_member']
        make_member = type_dict(proto)['__set_name__']

        def set_member_name(self, enum_class, member_name):
            if type(self) is not proto or not issubclass(type(enum_class), namespace['EnumType']):
                raise TypeError("a member is made of a class of enumerations") from None
            reason = guard['special_method_refusal'](guard['exact_name'](member_name, '__set_name__()'))
            if reason:
                raise TypeError(f"'{member_name}' can't be a member: {reason}") from None
            make_member(self, enum_class, member_name)

        set_member_name.__name__ = '__set_name__'
        replace_method(proto, set_member_name)
        # They are noted, and nothing asks for them: methods of descriptors that read past every guard.
        for note in ('_get', '_set', '_del'):
            setattr(descriptor, note, property(lambda self: None, lambda self, method: None))

        replace_method(descriptor, __get__)
        replace_method(descriptor, __set_name__)

    def mend_functools(namespace):
        """cached_property sets an item of the namespace of any object: what a guest may not set on it, it may not set there."""
        descriptor = namespace['cached_property']
        read_value = descriptor.__get__

        def __get__(self, instance, owner=None):
            if instance is not None and self.attrname is not None:
                if forwards(instance):
                    raise TypeError("cached_property: the namespace is another object's")
                name = guard['exact_name'](self.attrname, 'cached_property')
                if not any(type_dict(k).get(name) is self for k in guard['type_mro'](type(instance))):
                    guard['check_store'](instance, name)
            return read_value(self, instance, owner)

        prepare = descriptor.__init__

        def __init__(self, func):
            if not is_of(descriptor, self):
                raise TypeError("descriptor '__init__' requires a 'cached_property' object") from None
            prepare(self, func)

        def names_of(self):
            if not is_of(descriptor, self):
                raise TypeError("descriptor 'func' requires a 'cached_property' object") from None
            return own_namespace(self, '__dict__')

        @property
        def func(self):
            try:
                return names_of(self)['func']
            except KeyError:
                raise AttributeError("'cached_property' object has no attribute 'func'") from None

        @func.setter
        def func(self, func):
            """Also __init__() of partialmethod, called with one of these for self, sets it."""
            names = names_of(self)
            if type(self) is descriptor and 'func' in names:
                # It may be one of the library's, whose classes it would change for all who use them.
                raise TypeError('cached_property is initialized once') from None
            names['func'] = func

        for function in (func.fget, func.fset):
            function.__module__, function.__qualname__ = 'functools', 'cached_property.func'
        descriptor.func = func
        replace_method(descriptor, __get__)
        replace_method(descriptor, __init__)
        mend_partial_methods(namespace)
        mend_wrapping(namespace)

    def mend_wrapping(namespace):
        """What wraps something of the library's gets of it what a guest may read, and none of a class's members: as the
        wrapper's they would be nobody's, and no guard would know them. An alias of a class has the class's namespace."""
        wrap = namespace['update_wrapper']
        read, set_checked = guard['dynamic_getattr'], namespace['setattr']
        keep_guests_own = (namespace['partial'], type(namespace['lru_cache'](len)))

        def update_wrapper(wrapper, wrapped, assigned=namespace['WRAPPER_ASSIGNMENTS'], updated=namespace['WRAPPER_UPDATES']):
            t = type(wrapped)
            if t is FunctionType or t is type(len):
                # The guest's own, or one that the library wraps for itself: that is no refusal to be told of.
                return wrap(wrapper, wrapped, assigned, updated)
            for name in assigned:
                try:
                    set_checked(wrapper, name, read(wrapped, name))
                except AttributeError:
                    pass
            if any([t is each for each in keep_guests_own]):
                wrapper.__dict__.update(wrapped.__dict__)
            else:
                try:
                    wrapper.__dict__.update(read(wrapped, '__dict__'))
                except AttributeError:
                    pass
            wrapper.__wrapped__ = wrapped
            return wrapper

        update_wrapper.__module__, update_wrapper.__qualname__ = 'functools', 'update_wrapper'
        namespace['update_wrapper'] = update_wrapper

    def mend_partial_methods(namespace):
        """What a partialmethod binds keeps, in a namespace that copies show, what is behind the function: a builtin's module."""
        descriptor = namespace['partialmethod']
        bind = descriptor.__get__

        def __get__(self, obj, cls=None):
            bound = bind(self, obj, cls)
            if type(bound) is namespace['partial']:
                bound.__dict__.pop('__self__', None)
            return bound

        replace_method(descriptor, __get__)

    def mend_copy(namespace):
        """Here everything is copied that has no way of its own, also what other modules copy for a guest."""
        copyreg = sys.modules['copyreg']
        makes_instances = (copyreg.__newobj__, copyreg.__newobj_ex__, copyreg._reconstructor)
        reconstruct = namespace['_reconstruct']

        def reconstruct_same(x, memo, function, arguments, state=None, items=None, pairs=None, **options):
            """Makes the copy first: state, which is set past every guard, only goes into an object of the same type. A memo
            is the guest's: it says what becomes of any argument, and keeps all that has been copied."""
            if function is getattr:
                function = guard['dynamic_getattr']
            elif arguments and any([function is each for each in makes_instances]):
                function, arguments = instance_of(function, arguments[0]), arguments[1:]
            made = reconstruct(x, memo, function, arguments, **options)
            if not (state is None and items is None and pairs is None):
                check_copy(made, x)
            state = copied_state(state, memo)
            if issubclass(type(made), BaseException):
                state = checked_names(made, state)
            reconstruct(x, None, lambda: made, (), state)
            return reconstruct(x, memo, lambda: made, (), None, items, pairs, **options)

        def checked_names(error, state):
            """An exception sets the attributes that its state names, past every guard; and the state is its namespace, which
            the guest writes. Nobody else has the dictionary that is returned."""
            if not issubclass(type(state), dict):
                return state
            checked = {}
            for name, value in dict.items(state):
                name = guard['exact_name'](name, 'copy')
                guard['check_store'](error, name)
                checked[name] = value
            return checked

        def instance_of(function, cls):
            return lambda *arguments: function(cls, *arguments)

        def copied_state(state, memo):
            """Not the namespace of the object itself. Of a deep copy the memo gets no note: what an object of the library's has
            for itself is not the guest's to see."""
            if type(state) is tuple:
                return tuple([copied_state(part, memo) for part in state])
            if type(state) is dict:
                return {copied_part(key, memo): copied_part(value, memo) for key, value in state.items()}
            return copied_part(state, memo)

        def copied_part(part, memo):
            return part if memo is None else copy_deeply(part, memo)

        copy_deeply = namespace['deepcopy']
        # What has been copied needs nobody who keeps it: GraalPy gives no id a second time.
        namespace['_keep_alive'] = lambda x, memo: None
        namespace['_reconstruct'] = reconstruct_same
        # The module's own setattr calls (restoring state that __reduce_ex__ names) go through the guard.
        namespace['setattr'] = guard['dynamic_setattr']
        copy_time_zones()

    def copy_time_zones(_=None):
        """GraalPy's say nothing of what they are made of; they can't change."""
        copy, datetime = sys.modules.get('copy'), sys.modules.get('datetime')
        if hasattr(copy, '_deepcopy_dispatch') and hasattr(datetime, 'timezone'):
            copy._copy_dispatch[datetime.timezone] = copy._copy_immutable
            copy._deepcopy_dispatch[datetime.timezone] = copy._deepcopy_atomic

    def check_copy(made, x):
        """What fills a copy knows the type of what is copied."""
        if type(made) is not type(x):
            raise TypeError('copy: the object became an object of another type')

    def mend_weak_methods(namespace):
        """A WeakMethod is a reference to what the method is bound to, and answers with it when it is called as one. The methods
        of the guest's own objects are its own; what is behind a library's is not to be had."""
        cls = namespace['WeakMethod']
        make = cls.__new__

        def __new__(cls, meth, callback=None):
            if type(meth) is not MethodType:
                raise TypeError(f'argument should be a bound method, not {type(meth)}') from None
            function = method_function(meth)
            if not (type(function) is FunctionType and guard['is_own_function'](function)
                    or guard['is_own_class'](type(method_self(meth)))):
                raise TypeError('WeakMethod() takes methods of objects of the guest\'s own') from None
            return make(cls, meth, callback)

        __new__.__module__, __new__.__qualname__ = 'weakref', 'WeakMethod.__new__'
        cls.__new__ = staticmethod(__new__)

    class Output:
        """Standard output for library modules that keep it where a guest's class could find it."""
        __slots__ = ()

        def write(self, text):
            return sys.stdout.write(text)

        def flush(self):
            pass

    # --- what stands for self ----------------------------------------------------------------------

    def is_of(cls, o):
        return any([k is cls for k in type_mro(type(o))])

    def forwards(o, *besides):
        """Whether a library's class answers for another object what this one is asked, as aliases and super() do."""
        return any([not any([k is each for each in (object, type, *besides)]) and not guard['is_own_class'](k)
                    and ('__getattribute__' in type_dict(k) or '__getattr__' in type_dict(k)) for k in type_mro(type(o))])

    def check_self(cls, o, name):
        """A library's method goes on with what it finds under a name: that of its class or of the guest's, none of another
        class of Python's, as is str.format()."""
        if not is_of(cls, o) or forwards(o, *type_mro(cls)) or any([
                name in type_dict(k) and not any([k is each for each in type_mro(cls)]) and not guard['is_own_class'](k) for k in type_mro(type(o))]):
            raise TypeError(f"a method of '{guard['name_of'](cls)}' doesn't apply to a '{guard['name_of'](type(o))}' object")

    def replace_method(cls, function):
        function.__module__, function.__qualname__ = cls.__module__, f"{guard['name_of'](cls)}.{function.__name__}"
        setattr(cls, function.__name__, function)

    def mend_pprint(namespace):
        namespace['_sys'] = SimpleNamespace(stdout=Output())
        printer = namespace['PrettyPrinter']
        for name in ('isrecursive', 'isreadable', '_repr', '_safe_repr'):
            replace_method(printer, formatting_itself(printer, name, type_dict(printer)[name]))
        print_namespace = type_dict(printer)['_pprint_simplenamespace']

        def print_plain(self, object, *arguments):
            """A guest's class may have the __repr__() by which it is told what prints an object."""
            check_self(SimpleNamespace, object, '__dict__')
            return print_namespace(self, object, *arguments)

        def print_namespaces_of(offered):
            # Told by the class which are to be called so, found by the identity of what it replaces.
            namespace['_types'] = SimpleNamespace(SimpleNamespace=offered)
            printer._dispatch[offered.__repr__] = print_plain

        print_namespaces_of(SimpleNamespace)
        # Whichever of the two modules is imported first.
        guard['print_namespaces_of'] = print_namespaces_of
        if 'types' in guard['facades']:
            print_namespaces_of(guard['facades']['types'].__dict__.get('SimpleNamespace', SimpleNamespace))

    def formatting_itself(printer, name, method):
        def checked(self, *arguments):
            if type(self) is not printer:
                check_self(printer, self, 'format')
            return method(self, *arguments)

        checked.__name__ = name
        return checked

    def mend_calendar(namespace):
        """Names of months and days hand on the format that self has: a text's is str.format()."""
        for cls, names in ((namespace['_localized_month'], '_months'), (namespace['_localized_day'], '_days')):
            replace_method(cls, formatted_names(names))

    def formatted_names(names):
        def __getitem__(self, i):
            functions = getattr(self, names)[i]
            form = guard['dynamic_getattr'](self, 'format')
            return [function(form) for function in functions] if isinstance(i, slice) else functions(form)

        return __getitem__

    own_namespace = object.__getattribute__

    def mend_collections(namespace):
        """Copies are made of what __new__() of the guest's gives, and whatever stands for self."""
        replace_method(namespace['UserDict'], copied(namespace['UserDict'], lambda data: data.copy()))
        replace_method(namespace['UserList'], copied(namespace['UserList'], lambda data: data[:]))

    def copied(cls, copy_data):
        def __copy__(self):
            if not is_of(cls, self):
                raise TypeError(f"descriptor '__copy__' requires a '{guard['name_of'](cls)}' object")
            made = type(self).__new__(type(self))
            check_copy(made, self)
            names = own_namespace(made, '__dict__')
            names.update(own_namespace(self, '__dict__'))
            names['data'] = copy_data(names['data'])
            return made

        return __copy__

    def mend_cookies(namespace):
        morsel = namespace['Morsel']
        copy_morsel = type_dict(morsel)['copy']

        def copy(self):
            check_self(morsel, self, '__dict__')
            return copy_morsel(self)

        replace_method(morsel, copy)

    def mend_copyreg(namespace):
        """The state of an object is what is in its slots. Their names stand in a list that a guest may change after its class was made."""
        names_of_slots = namespace['_slotnames']

        class Slotted:
            __slots__ = ('slot',)

        member = type(type_dict(Slotted)['slot'])

        def _slotnames(cls):
            names = names_of_slots(cls)
            # The list that has been noted at the class.
            names[:] = [name for name in names if type(name) is str and is_slot(cls, name)]
            return names

        def is_slot(cls, name):
            for k in type_mro(cls):
                if name in type_dict(k):
                    return '__slots__' in type_dict(k) and type(type_dict(k)[name]) is member
            return False

        _slotnames.__module__ = 'copyreg'
        namespace['_slotnames'] = _slotnames

    def mend_dataclasses(namespace):
        """Fields can be of a guest's making: what they are called is a guest's choice, also where the module has such a word."""
        words = {namespace['_FIELDS'], namespace['_PARAMS'], '__post_init__', '__set_name__', '__doc__', '__qualname__', '__weakrefoffset__',
                 '__dictoffset__', 'default_factory', '_fields', '__next__', '__name__'}

        def getattr_for_dataclasses(o, name, *default):
            if type(name) is str and name in words:
                return getattr(o, name, *default)
            return guard['dynamic_getattr'](o, name, *default)

        def setattr_for_dataclasses(o, name, value):
            if name in (namespace['_FIELDS'], namespace['_PARAMS']):
                guard['expecting']([value], set_checked, o, name, value)
            else:
                guard['check_special_method'](name, 'dataclass()')
                set_checked(o, name, value)

        name_function = namespace['_set_qualname']

        def _set_qualname(cls, value):
            """Names what the class gets next: a __hash__() among others."""
            if type(value) is FunctionType:
                guard['check_definition'](cls, value.__name__)
            return name_function(cls, value)

        namespace['_set_qualname'] = _set_qualname
        set_checked = namespace['setattr']
        namespace['getattr'], namespace['setattr'] = getattr_for_dataclasses, setattr_for_dataclasses
        fields = namespace['fields']
        set_attribute = object.__setattr__

        def _dataclass_setstate(self, state):
            for field, value in zip(fields(self), state):
                name = guard['exact_name'](field.name, 'copy')
                reason = classify(name)
                if type(reason) is not int:
                    guard['refuse'](self, name, reason)
                set_attribute(self, name, value)

        _dataclass_setstate.__module__ = 'dataclasses'
        namespace['_dataclass_setstate'] = _dataclass_setstate

    def mend_configparser(namespace):
        """Delimiters are put into a pattern by format(), and a guest's class may have patterns of its own: they are mere text."""
        parser = namespace['RawConfigParser']
        prepare = type_dict(parser)['__init__']

        def __init__(self, *arguments, **options):
            if 'delimiters' in options:
                options['delimiters'] = tuple([guard['exact_name'](d, 'ConfigParser()') for d in options['delimiters']])
            prepare(self, *arguments, **options)

        replace_method(parser, __init__)

    def mend_patterns(namespace):
        """Here every regular expression is compiled, whoever asks. Java's compiler of them looks at no clock while it works."""
        compile_pattern = namespace['compile']
        longest, most_groups = 1 << 16, 1000
        # TRegex numbers what it makes of a pattern with Java's short.
        most_states = (1 << 15) - 1

        def compile(p, flags=0):
            length = 0
            for t, opening in ((str, '('), (bytes, b'(')):
                if issubclass(type(p), t):
                    length = t.__len__(p)
                    if length > longest:
                        raise MemoryError(f'a regular expression is longer than {longest} characters') from None
                    if t.count(p, opening) > most_groups:
                        raise MemoryError(f'a regular expression has more than {most_groups} groups') from None
            try:
                return compile_pattern(p, flags)
            except (AttributeError, SystemError):
                if length > most_states:
                    raise MemoryError('a regular expression is too large') from None
                raise

        namespace['compile'] = compile
        pattern_class = type(compile_pattern(''))
        match_class = type(compile_pattern('').match(''))
        prepare = pattern_class.__init__

        # The runtime reads texts with patterns, too. With one of their classes for self, descriptors of a guest's would stand there
        # and answer for what every match has found.
        def make_pattern(self, pattern, flags):
            if not issubclass(type(self), pattern_class):
                raise TypeError("descriptor '__init__' requires a 're.Pattern' object") from None
            if '_Pattern__binary' in own_namespace(self, '__dict__'):
                # It is everybody's who compiles the same text.
                raise TypeError('object.__init__() takes exactly one argument (the instance to initialize)') from None
            prepare(self, pattern, flags)

        def make_match(self, pattern, pos, endpos, result, input_str, indexgroup):
            # Written out, as every match begins here: one call more is too many.
            if not issubclass(type(self), match_class):
                raise TypeError("descriptor '__init__' requires a 're.Match' object") from None
            self._Match__result = result
            self._Match__re = pattern
            self._Match__pos = pos
            self._Match__endpos = endpos
            self._Match__input_str = input_str
            self._Match__indexgroup = indexgroup

        # Not those of search(): a prologue has modules of its own, for which the class is changed once more.
        names = function_globals(pattern_class.findall)
        methods = {'_METHOD_' + word: names['_METHOD_' + word] for word in ('SEARCH', 'MATCH', 'FULLMATCH')}
        find = names['tregex_search']

        def _search(self, string, pos, endpos, method='_METHOD_SEARCH', must_advance=False):
            return find(self, string, pos, endpos, methods[method], must_advance)

        replace_method(pattern_class, _search)
        # These hand the method, an object of Java's, to the _search() of what stands for self: here its name.
        for cls, functions in ((pattern_class, ('search', 'match', 'fullmatch')), (names['SREScanner'], ('search', 'match'))):
            for name in functions:
                real = type_dict(cls)[name]
                function = FunctionType(function_code(real), {**names, **{method: method for method in methods}}, name, real.__defaults__)
                replace_method(cls, copied_for_each_call(function))

        for cls, function in ((pattern_class, make_pattern), (match_class, make_match)):
            function.__name__ = '__init__'
            function.__module__, function.__qualname__ = cls.__module__, f"{guard['name_of'](cls)}.__init__"
            cls.__init__ = function

    def mend_typing(namespace):
        """The class of a named tuple gets its bases after the guards have seen it: those that were looked at, no others."""
        meta = namespace['NamedTupleMeta']
        make = meta.__new__

        def __new__(cls, typename, bases, ns):
            if type(bases) is not tuple:
                raise TypeError(f"bases must be a tuple, not '{guard['name_of'](type(bases))}'")
            return make(cls, typename, bases, ns)

        __new__.__module__, __new__.__qualname__ = 'typing', 'NamedTupleMeta.__new__'
        meta.__new__ = staticmethod(__new__)

    def mend_warnings(namespace):
        """Where the server has the library is no guest's to know: what is warned of says it, a stacklevel finds any caller."""
        message = namespace['WarningMessage']
        prepare = type_dict(message)['__init__']

        def __init__(self, text, category, filename, *arguments, **keywords):
            if not is_of(message, self):
                raise TypeError("descriptor '__init__' requires a 'WarningMessage' object") from None
            if type(filename) is str:
                filename = filename.replace(sys.prefix, '')
            prepare(self, text, category, filename, *arguments, **keywords)

        replace_method(message, __init__)

    mended = {
        'calendar': mend_calendar, 'collections': mend_collections, 'configparser': mend_configparser, 'copy': mend_copy, 'copyreg': mend_copyreg,
        'dataclasses': mend_dataclasses, 'datetime': copy_time_zones, 'enum': mend_enum, 'functools': mend_functools, 'http.cookies': mend_cookies, 'pprint': mend_pprint,
        're._compiler': mend_patterns, 'typing': mend_typing, 'warnings': mend_warnings, 'weakref': mend_weak_methods}

    def put_away(name):
        def builtin(*_, **__):
            raise NameError(f"name '{name}' is not defined") from None
        builtin.__name__ = builtin.__qualname__ = name
        return builtin

    # --- lending -----------------------------------------------------------------------------------

    lent = {
        'collections': {'eval': lambda real: real},
        'dataclasses': {'exec': dataclass_text},
        'typing': {'compile': only_checked},
    }
    prepared = {}

    def lend_builtins(away, is_unfinished):
        """Gives modules that have none yet what they get of the builtins, and of those that were put away."""
        for name, module in list(sys.modules.items()):
            if type(module) is not ModuleType or id(module) in prepared or is_unfinished(module):
                continue
            namespace = module.__dict__
            if name.partition('.')[0] in unchanged:
                if module is not builtins and name != '__main__':
                    for builtin, real in away.items():
                        namespace.setdefault(builtin, real)
                prepared[id(module)] = module
                continue
            if '__graalpython__' in away:
                namespace.setdefault('__graalpython__', away['__graalpython__'])
            for builtin, made in lent.get(name, {}).items():
                namespace.setdefault(builtin, made(away[builtin]))
            for builtin in away:
                # While another module is imported the real ones are back, and a guest's code may run.
                namespace.setdefault(builtin, put_away(builtin))
            for builtin, function in attribute_functions(namespace).items():
                namespace.setdefault(builtin, function)
            if name in mended:
                mended[name](namespace)
            # Not before: what fails in the middle, at the end of the stack, has to be done again.
            prepared[id(module)] = module

    return lend_builtins
