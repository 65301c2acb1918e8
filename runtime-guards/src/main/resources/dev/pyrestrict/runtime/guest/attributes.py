# Trusted code. The reading and setting of attributes: it asks Java for the decision, once per name and type, and remembers the answer.
def attributes(host, fact, made, tell):
    import sys
    from types import FunctionType, MappingProxyType, MethodType, ModuleType

    classify_name = host['classify_name']
    decide_attribute = host['decide_attribute']
    decide_write = host['decide_write']
    type_mro, type_dict = fact['type_mro'], fact['type_dict']
    name_of, exact_name, full_name, attribute_of = fact['name_of'], fact['exact_name'], fact['full_name'], fact['attribute_of']
    is_module, module_namespace, member_namespace, facades, Module = fact['is_module'], fact['module_namespace'], fact['member_namespace'], fact['facades'], fact['module_class']
    is_own_class, is_own_function, is_own_namespace = fact['is_own_class'], fact['is_own_function'], fact['is_own_namespace']
    super_self_class = super.__dict__['__self_class__'].__get__
    super_self = super.__dict__['__self__'].__get__
    method_function = MethodType.__dict__['__func__'].__get__
    frame_of = sys._getframe
    missing = object()

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

    # --- what a decision depends on ------------------------------------------------------------------

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
        if is_module(o):
            return ModuleType, 'own module' if is_own_namespace(module_namespace(o)) else 'module'
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

    looks_no_further = (object, type, ModuleType, Module, FunctionType)

    # --- reading -------------------------------------------------------------------------------------

    handlers = {}
    decisions = {}
    held = {}

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
        what = f"type object '{name_of(o)}'" if issubclass(t, type) else f"'{name_of(t)}' object"
        raise AttributeError(f"{what} has no attribute '{name}'") from None

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

    @handler('members of an enumeration')
    def read_members(o, name):
        """What programs look members up in. It is a copy: the library goes by the class's own."""
        found = getattr(o, name)
        if type(found) is not dict and type(found) is not list:
            refuse(o, name, 'it is private to enum')
        return found.copy()

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
        return id(type(value)) in made['runtime_descriptors']

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

        def named(protocol):
            protocol.__name__, protocol.__qualname__ = name, getattr(function, '__qualname__', name)
            return protocol

        if name in ('__getattribute__', '__getattr__'):
            def protocol(*args):
                target, (attribute,) = parts(args)
                return through(found, target, exact_name(attribute, name), bound)
            return named(protocol)
        if name == '__setattr__':
            def protocol(*args):
                target, (attribute, value) = parts(args)
                attribute = exact_name(attribute, name)
                check_store(target, attribute)
                if type(target) is Module:
                    setattr(target, attribute, value)
                    return None
                return found(attribute, value) if bound else found(target, attribute, value)
            return named(protocol)

        def protocol(*args):
            target, (attribute,) = parts(args)
            attribute = exact_name(attribute, name)
            check_store(target, attribute)
            if type(target) is Module:
                # That of object would unbind builtins.
                delattr(target, attribute)
                return None
            return found(attribute) if bound else found(target, attribute)
        return named(protocol)

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

    # --- setting -------------------------------------------------------------------------------------

    writable = {}

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
        if callable(held) or type(held) is classmethod or type(held) is staticmethod:
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
            if type(o) is Module:
                # Other ways than a statement have no need of the class's own method.
                member_namespace(o, name)

    def own_guard(o, name):
        """a._b += c becomes _own_(a, '_b')._b += c: the attribute is read and set."""
        decision = decide(o, name)
        if decision != 'plain':
            # Refused in the words that reading it has.
            judged_getattr(o, name)
            refuse(o, name, decision)
        is_asked(o, name)
        if id(type(o)) not in writable and write_refusal(o, type(o)):
            # What can't be read is not there to be set.
            judged_getattr(o, name)
        check_write(o, name)
        return o

    def define_guard(o, name):
        """a.__repr__ = c becomes _define_(a, '__repr__').__repr__ = c."""
        check_definition(o, name)
        return write_guard(o)

    def check_definition(o, name):
        if not issubclass(type(o), type):
            return
        if name == 'mro':
            reason = made['definition_refusal'](name)
            tell('_define_', attribute_of(o, name), reason)
            made['refuse_definition'](name, reason)
        if name == '__hash__' and made['is_text'](o):
            made['refuse_hash'](o)

    def write_refusal(o, t):
        if issubclass(t, type):
            if not is_own_class(o):
                return f"attributes of the class '{name_of(o)}' can't be changed: it is not the guest's own"
            if made['is_unfinished'](o):
                return f"class '{name_of(o)}' can't be changed while it is being made: do it in __init_subclass__ or after the class statement"
            return ''
        if t is FunctionType:
            return '' if is_own_function(o) else "attributes of a library's function can't be changed"
        if t is Module:
            return '' if is_own_namespace(module_namespace(o)) else "attributes of 'builtins.module' objects can't be changed by guest code"
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

    return {
        'PLAIN': PLAIN, 'TYPED': TYPED, 'classify': classify, 'subject_of': subject_of, 'decide_for': decide_for, 'asks_always': asks_always,
        'handler': handler, 'refuse': refuse,
        'getattr': getattr_guard, 'dynamic_getattr': dynamic_getattr, 'dynamic_hasattr': dynamic_hasattr,
        'write_guard': write_guard, 'own_guard': own_guard, 'define_guard': define_guard,
        'write': check_write, 'check_store': check_store, 'check_definition': check_definition, 'stream_setters': stream_setters,
        'dynamic_setattr': dynamic_setattr, 'dynamic_delattr': dynamic_delattr,
    }
