# Trusted code. Members of the standard library that act for the guest (read attributes, evaluate text,
# loop without end, change classes), rewritten or wrapped so that the guards see what they do.
# Each entry makes its module's members when the module is first imported.
def library(guard, formatting, size, outcome, arguments):
    import sys

    read = guard['dynamic_getattr']
    exact = guard['exact_name']
    own_class = guard['is_own_class']

    def named(module, members):
        for name, member in members.items():
            if type(member) is type(named):
                member.__name__ = member.__qualname__ = name
                member.__module__ = module
        return members

    # --- operator ----------------------------------------------------------------------------------

    def operator_members():
        def follow(o, path):
            for name in path:
                o = read(o, name)
            return o

        class attrgetter:
            """Reads attributes through the guards."""
            __slots__ = ('_paths',)

            def __init__(self, attribute, /, *more):
                set_paths(self, [exact(a, 'attrgetter()').split('.') for a in (attribute, *more)])

            def __call__(self, o, /):
                found = [follow(o, path) for path in paths_of(self)]
                return found[0] if len(found) == 1 else tuple(found)

            def __repr__(self):
                return f"operator.attrgetter({', '.join([repr('.'.join(path)) for path in paths_of(self)])})"

        class methodcaller:
            """Calls a method that it reads through the guards."""
            __slots__ = ('_call',)

            def __init__(self, name, /, *args, **kwargs):
                set_call(self, (exact(name, 'methodcaller()'), args, kwargs))

            def __call__(self, o, /):
                name, args, kwargs = call_of(self)
                return read(o, name)(*args, **kwargs)

            def __repr__(self):
                name, args, kwargs = call_of(self)
                shown = [repr(a) for a in (name, *args)] + [f'{k}={v!r}' for k, v in kwargs.items()]
                return f"operator.methodcaller({', '.join(shown)})"

        # Methods can be called with any object for self: descriptors of slots take none but their own.
        set_paths, paths_of = attrgetter.__dict__['_paths'].__set__, attrgetter.__dict__['_paths'].__get__
        set_call, call_of = methodcaller.__dict__['_call'].__set__, methodcaller.__dict__['_call'].__get__
        for cls in (attrgetter, methodcaller):
            cls.__module__ = 'operator'
            cls.__qualname__ = cls.__name__

        return named('operator', {'attrgetter': attrgetter, 'methodcaller': methodcaller})

    # --- functools ---------------------------------------------------------------------------------

    def functools_members():
        import functools
        from types import MappingProxyType, UnionType

        def update_wrapper(wrapper, wrapped, assigned=functools.WRAPPER_ASSIGNMENTS, updated=functools.WRAPPER_UPDATES):
            guard['write'](wrapper)
            for name in assigned:
                name = exact(name, 'update_wrapper()')
                try:
                    value = read(wrapped, name)
                except AttributeError:
                    continue
                copy_to(wrapper, name, value)
            for name in updated:
                read(wrapper, exact(name, 'update_wrapper()')).update(read(wrapped, name) if read(wrapped, name, None) else {})
            copy_to(wrapper, '__wrapped__', wrapped)
            return wrapper

        def copy_to(wrapper, name, value):
            if name in ('__type_params__',):
                return
            guard['dynamic_setattr'](wrapper, name, value)

        def wraps(wrapped, assigned=functools.WRAPPER_ASSIGNMENTS, updated=functools.WRAPPER_UPDATES):
            return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)

        def total_ordering(cls):
            guard['write'](cls)
            return functools.total_ordering(cls)

        def dispatcher(function):
            """singledispatch without typing.get_type_hints, which evaluates text."""
            registry = {object: function}
            cache = {}

            def dispatch(cls):
                if cls in cache:
                    return cache[cls]
                found = None
                try:
                    found = registry[cls]
                except KeyError:
                    candidates = [c for c in registry if c is not object and isinstance(c, type) and issubclass(cls, c)]
                    best = [c for c in candidates if not any(d is not c and issubclass(d, c) for d in candidates)]
                    for k in guard['type_mro'](cls):
                        if k in best:
                            best = [k]
                            break
                    if len(best) > 1:
                        raise RuntimeError(f'Ambiguous dispatch: {best[0]} or {best[1]}')
                    found = registry[best[0]] if best else registry[object]
                cache[cls] = found
                return found

            def register(cls, func=None):
                if func is None:
                    if isinstance(cls, type):
                        return lambda f: register(cls, f)
                    func = cls
                    hints = [v for k, v in (read(func, '__annotations__', None) or {}).items() if k != 'return']
                    if hints and type(hints[0]) is str:
                        hints[0] = arguments['evaluate_annotation'](hints[0], arguments['namespace_of'](func), {})
                    if hints and is_union(hints[0]) and all(isinstance(t, type) for t in hints[0].__args__):
                        for t in hints[0].__args__:
                            register(t, func)
                        return func
                    if not hints or not isinstance(hints[0], type):
                        raise TypeError(
                            f'Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or plain '
                            '`@register` on a function whose first parameter is annotated with a class.')
                    cls = hints[0]
                registry[cls] = func
                cache.clear()
                return func

            return dispatch, register, registry

        def is_union(hint):
            typing = sys.modules.get('typing')
            return type(hint) is UnionType or typing is not None and type(hint) is typing._UnionGenericAlias

        def singledispatch(function):
            dispatch, register, registry = dispatcher(function)

            def wrapper(*args, **kwargs):
                if not args:
                    raise TypeError(f"{read(function, '__name__', 'singledispatch function')} requires at least 1 positional argument")
                return dispatch(type(args[0]))(*args, **kwargs)

            for name in ('__module__', '__name__', '__qualname__', '__doc__'):
                setattr(wrapper, name, read(function, name, None))
            wrapper.register = register
            wrapper.dispatch = dispatch
            wrapper.registry = MappingProxyType(registry)
            return wrapper

        class singledispatchmethod:
            def __init__(self, func):
                self.func = func
                self.__dispatch, self.register, _ = dispatcher(func)

            def __get__(self, obj, cls=None):
                dispatch = self.__dispatch

                def method(*args, **kwargs):
                    return dispatch(type(args[0])).__get__(obj, cls)(*args, **kwargs)
                method.register = self.register
                return method

        singledispatchmethod.__module__ = 'functools'
        singledispatchmethod.__qualname__ = 'singledispatchmethod'
        return {**named('functools', {
            'update_wrapper': update_wrapper, 'wraps': wraps, 'total_ordering': total_ordering,
            'singledispatch': singledispatch}), 'singledispatchmethod': singledispatchmethod}

    # --- contextlib, warnings: what they put away is the runtime's own, and no guest may find it -----

    def contextlib_members():
        import contextlib

        def redirection(stream):
            replaced = {}

            class Redirection(contextlib.AbstractContextManager):
                def __init__(self, new_target):
                    self._new_target = new_target
                    self._replaced = []

                def __enter__(self):
                    key = object()
                    replaced[key] = getattr(sys, stream)
                    self._replaced.append(key)
                    put_stream(stream, self._new_target)
                    return self._new_target

                def __exit__(self, exctype, excinst, exctb):
                    put_stream(stream, replaced.pop(self._replaced.pop()))

            Redirection.__name__ = Redirection.__qualname__ = 'redirect_' + stream
            Redirection.__module__ = 'contextlib'
            return Redirection

        return {'redirect_stdout': redirection('stdout'), 'redirect_stderr': redirection('stderr')}

    def warnings_members():
        import operator
        import warnings
        replaced = {}

        class catch_warnings:
            def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
                if module is not None:
                    raise TypeError("catch_warnings: 'module' is not available to guest code")
                self._record = record
                self._entered = False
                self._filter = None if action is None else (action, category, lineno, append)

            def __repr__(self):
                return f"{type(self).__name__}({'record=True' if self._record else ''})"

            def __enter__(self):
                if self._entered:
                    raise RuntimeError(f'Cannot enter {self!r} twice')
                self._entered = object()
                replaced[self._entered] = (warnings.filters, warnings.showwarning, warnings._showwarnmsg_impl)
                warnings.filters = warnings.filters[:]
                warnings._filters_mutated()
                if self._filter is not None:
                    warnings.simplefilter(*self._filter)
                if not self._record:
                    return None
                log = []
                warnings._showwarnmsg_impl = log.append
                # Its usual self, so that it calls what has just been set.
                warnings.showwarning = warnings._showwarning_orig
                return log

            def __exit__(self, *exc_info):
                if not self._entered:
                    raise RuntimeError(f'Cannot exit {self!r} without entering first')
                warnings.filters, warnings.showwarning, warnings._showwarnmsg_impl = replaced.pop(self._entered)
                warnings._filters_mutated()

        catch_warnings.__module__ = 'warnings'
        catch_warnings.__qualname__ = 'catch_warnings'

        def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
            """Files are skipped by the names that a guest is shown, see mend_warnings(): others could be guessed letter by letter."""
            if not isinstance(skip_file_prefixes, tuple):
                raise TypeError('skip_file_prefixes must be a tuple of strs.')
            level = max(1, operator.index(stacklevel))
            prefixes = tuple([exact(prefix, 'warn()') for prefix in skip_file_prefixes])
            if prefixes:
                left, level, frame = max(1, level - 1), 1, sys._getframe(1)
                while left and frame is not None:
                    level, frame = level + 1, frame.f_back
                    if frame is not None and not frame.f_code.co_filename.replace(sys.prefix, '').startswith(prefixes):
                        left -= 1
            # One more: this function.
            warnings.warn(message, category, level + 1, source)

        return {'catch_warnings': catch_warnings, **named('warnings', {'warn': warn})}

    # --- string, collections -----------------------------------------------------------------------

    def string_members():
        return {'Formatter': formatting['Formatter']}

    # --- dataclasses -------------------------------------------------------------------------------

    def dataclasses_members():
        import dataclasses
        import keyword
        import types

        def check_fields(cls):
            """dataclasses builds source text from the names of fields: they must be names."""
            guard['write'](cls)
            for k in guard['type_mro'](cls):
                for m in guard['type_mro'](type(k)):
                    if m is not type and m is not object and ('__getattribute__' in guard['type_dict'](m) or '__getattr__' in guard['type_dict'](m)):
                        raise TypeError('dataclass() does not take classes whose metaclass computes attributes')
                if '__dataclass_fields__' in guard['type_dict'](k) and id(k) not in made:
                    raise TypeError('__dataclass_fields__ is made by dataclass() only')
                if k is not cls:
                    continue
                annotations = guard['type_dict'](k).get('__annotations__', {})
                if type(annotations) is not dict:
                    raise TypeError('__annotations__ must be a plain dict')
                for name in annotations:
                    check_field_name(name)

        def check_field_name(name):
            if type(name) is not str or not name.isidentifier() or not name.isascii() and guard['classify'](name) != 0:
                raise TypeError(f'Field names must be valid identifiers: {name!r}')
            if keyword.iskeyword(name):
                raise TypeError(f'Field names must not be keywords: {name!r}')
            if name[:2] == '__' or type(guard['classify'](name)) is not int:
                raise TypeError(f'Field name not available to guest code: {name!r}')

        made = {}
        add_slots = dataclasses._add_slots

        def _add_slots(cls, *arguments):
            """Makes the class anew, of what is in it."""
            members = guard['type_dict'](cls)
            put = [members[name] for name in guard['made_by_library'] if name in members]
            add = types.FunctionType(add_slots.__code__, {**dataclasses.__dict__, 'type': made_again}) if own_class(cls) else add_slots
            return guard['expecting'](put, add, cls, *arguments)

        def made_again(cls):
            """What stands for the metaclass: the answer gets a name and methods, and a guest's metaclass answers what it likes."""
            def make(*arguments):
                made = type(cls)(*arguments)
                if not issubclass(type(made), type) or not own_class(made):
                    raise TypeError(f"the metaclass of '{guard['name_of'](cls)}' answers with no class of the guest's own") from None
                return made
            return make

        dataclasses._add_slots = _add_slots
        is_type = dataclasses._is_type

        def _is_type(annotation, cls, a_module, a_type, is_type_predicate):
            """Annotations that are text name ClassVar, InitVar and KW_ONLY also by their module: here by what the guest was given for it."""
            found = dataclasses._MODULE_IDENTIFIER_RE.match(annotation)
            if found and found[1]:
                module = guard['namespace_of'](cls).get(found[1])
                if module is not None and module is guard['facades'].get(a_module.__name__):
                    return is_type_predicate(a_module.__dict__.get(found[2]), a_module)
            return is_type(annotation, cls, a_module, a_type, is_type_predicate)

        dataclasses._is_type = _is_type

        def dataclass(cls=None, /, **options):
            def decorate(cls):
                check_fields(cls)
                result = dataclasses.dataclass(cls, **options)
                made[id(result)] = result
                return result
            return decorate if cls is None else decorate(cls)

        def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
            annotations, values = {}, {}
            for entry in list(fields):
                entry = (entry, 'typing.Any') if isinstance(entry, str) else tuple(entry)
                check_field_name(entry[0])
                if entry[0] in annotations:
                    raise TypeError(f'Field name duplicated: {entry[0]!r}')
                annotations[entry[0]] = entry[1]
                if len(entry) > 2:
                    values[entry[0]] = entry[2]
            for name in namespace or {}:
                check_member(name)
            options.pop('module', None)
            body = {**values, **dict(namespace or {}), '__annotations__': annotations, '__module__': '__main__'}
            return dataclass(types.new_class(cls_name, tuple(bases), {}, lambda ns: ns.update(body)), **options)

        return named('dataclasses', {'dataclass': dataclass, 'make_dataclass': make_dataclass})

    def check_member(name):
        guard['check_special_method'](name, 'class namespace')

    # --- typing ------------------------------------------------------------------------------------

    def typing_members():
        import functools
        import operator
        import types
        import typing

        def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
            """Annotations; text among them is compiled under the guest's own policy and evaluated."""
            hints = {}
            sources = reversed(guard['type_mro'](obj)) if isinstance(obj, type) else [obj]
            for source in sources:
                names = {p.__name__: p for p in read(source, '__type_params__', ())}
                for given in (globalns, localns):
                    if type(given) is dict:
                        names.update(given)
                if isinstance(source, type) and own_class(source):
                    names.setdefault(source.__name__, source)
                for name, value in (read(source, '__annotations__', None) or {}).items():
                    hints[name] = resolve(value, arguments['namespace_of'](source), names)
            return hints if include_extras else {name: stripped(value) for name, value in hints.items()}

        def resolve(value, namespace, names):
            if value is None:
                return type(None)
            if type(value) is str:
                return resolve(arguments['evaluate_annotation'](value, namespace, names), namespace, names)
            if type(value) is typing.ForwardRef:
                return resolve(value.__forward_arg__, namespace, names)
            kind = type(value)
            if kind is types.GenericAlias or kind is types.UnionType or issubclass(kind, typing._GenericAlias) and kind.__module__ == 'typing':
                if kind is typing._LiteralGenericAlias:
                    return value
                before = value.__args__
                after = tuple([part if part is None or type(part) is list else resolve(part, namespace, names) for part in before])
                if any([a is not b for a, b in zip(before, after)]):
                    if kind is types.GenericAlias:
                        return types.GenericAlias(value.__origin__, after)
                    return functools.reduce(operator.or_, after) if kind is types.UnionType else value.copy_with(after)
            return value

        def stripped(value):
            return typing._strip_annotations(value)

        def no_type_check(arg, /):
            """A remark to type checkers; get_type_hints() reads the annotations of what bears it all the same."""
            return arg

        def reveal_type(obj, /):
            print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
            return obj

        return named('typing', {'get_type_hints': get_type_hints, 'no_type_check': no_type_check, 'reveal_type': reveal_type})

    # --- itertools: endless iterators step in Python, so that they can be stopped inside a builtin ---

    def itertools_members():
        import itertools
        from _operator import index

        class Stepping:
            """What an iterator's class shows of itself; its steps are a generator's."""
            __slots__ = ('_steps',)

            def __iter__(self):
                # Faster to step through than this object is.
                return self._steps

            def __next__(self):
                return next(self._steps)

        class count(Stepping):
            __slots__ = ('_step',)

            def __init__(self, start=0, step=1):
                for number in (start, step):
                    if not isinstance(number, (int, float, complex)) and not any([hasattr(type(number), name) for name in ('__index__', '__int__', '__float__')]):
                        raise TypeError('a number is required')
                self._steps = numbers(start, step)
                self._step = step

            def __repr__(self):
                start = self._steps.gi_frame.f_locals['start']
                return f'count({start!r})' if type(self._step) is int and self._step == 1 else f'count({start!r}, {self._step!r})'

        def numbers(start, step):
            while True:
                following = start + step
                start, value = following, start
                yield value

        class cycle(Stepping):
            __slots__ = ()

            def __init__(self, iterable, /):
                self._steps = rounds(iter(iterable))

        def rounds(iterable):
            saved = []
            for element in iterable:
                yield element
                saved.append(element)
            while saved:
                for element in saved:
                    yield element

        class repeat(Stepping):
            __slots__ = ('_object', '_left')

            def __init__(self, object, times=None):
                self._object = object
                self._left = None if times is None else [max(0, index(times))]
                self._steps = forever(object) if times is None else some(object, self._left)

            def __length_hint__(self):
                if self._left is None:
                    raise TypeError('len() of unsized object')
                return self._left[0]

            def __repr__(self):
                return f'repeat({self._object!r})' if self._left is None else f'repeat({self._object!r}, {self._left[0]})'

        def forever(value):
            while True:
                yield value

        def some(value, left):
            while left[0]:
                left[0] -= 1
                yield value

        def batched(iterable, n):
            if n < 1:
                raise ValueError('n must be at least one')
            return itertools.batched(iterable, n)

        def islice(*given):
            """GraalPy's takes numbers below zero for none."""
            for bound in given[1:3]:
                if type(bound) is int and bound < 0:
                    what = 'Stop argument' if len(given) == 2 else 'Indices'
                    raise ValueError(f'{what} for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
            return itertools.islice(*given)

        for cls in (count, cycle, repeat):
            cls.__module__ = 'itertools'
            cls.__qualname__ = cls.__name__

        return named('itertools', {'count': count, 'cycle': cycle, 'repeat': repeat, 'batched': batched, 'islice': islice})

    # --- re, decimal: what GraalPy has in Python says a few things in other words --------------------

    def re_members():
        import re

        def __repr__(self):
            return f'<re.Match object; span={self.span()!r}, match={self.group()!r}>'

        # Not those of a match that re.match() finds: a guest's pattern may stand in its cache for any other.
        re.Match.__repr__ = __repr__
        re.Match.__module__ = re.Pattern.__module__ = 're'
        return {}

    def decimal_members():
        import _pydecimal
        import decimal
        signals = ['InvalidOperation', 'Clamped', 'DivisionByZero', 'Inexact', 'FloatOperation', 'Overflow', 'Rounded', 'Subnormal', 'Underflow']

        def names(marked):
            return ', '.join(sorted([signal.__name__ for signal, is_set in marked.items() if is_set], key=signals.index))

        def __repr__(self):
            return (f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, capitals={self.capitals}, '
                    f'clamp={self.clamp}, flags=[{names(self.flags)}], traps=[{names(self.traps)}])')

        decimal.Context.__repr__ = __repr__
        raise_error = decimal.Context._raise_error

        def _raise_error(self, condition, explanation=None, *args):
            try:
                return raise_error(self, condition, [condition], *args)
            finally:
                # It counts with 1 what the one written in C says True of.
                signal = _pydecimal._condition_map.get(condition, condition)
                if self.flags.get(signal) == 1:
                    self.flags[signal] = True

        def clear_flags(self):
            for signal in self.flags:
                self.flags[signal] = False

        def clear_traps(self):
            for signal in self.traps:
                self.traps[signal] = False

        keep_signals = decimal.Context._set_signal_dict

        def _set_signal_dict(self, name, marked):
            keep_signals(self, name, marked)
            # In place: contexts made for one step share what their context has.
            if type(marked) is dict and type(marked[decimal.Inexact]) is int:
                for signal, is_set in marked.items():
                    marked[signal] = bool(is_set)

        for member in (_raise_error, clear_flags, clear_traps, _set_signal_dict):
            setattr(decimal.Context, member.__name__, member)
        in_context = decimal.localcontext

        def localcontext(ctx=None, **changes):
            for kind in ('flags', 'traps'):
                marked = changes.get(kind)
                if type(marked) is list:
                    changes[kind] = {signal: signal in marked for signal in _pydecimal._signals}
            return in_context(ctx, **changes)

        return named('decimal', {'localcontext': localcontext})

    # --- json --------------------------------------------------------------------------------------

    def json_members():
        import json
        import json.encoder
        encode, written_in_parts = json.JSONEncoder.iterencode, json.encoder._make_iterencode
        encode_number = int.__repr__

        def iterencode(self, o, _one_shot=False):
            """GraalPy's encoder in one step leaves a comma where it left out a key."""
            return encode(self, o, _one_shot and not self.skipkeys)

        def make_iterencode(*given):
            *_, skip_keys, one_shot = given
            return written_at_once(*given) if one_shot and not skip_keys else written_in_parts(*given)

        def written_at_once(markers, default, encode_text, indent, encode_float, key_separator, item_separator, sort_keys, *_):
            """What is asked for in one piece, dumps() does that, needs no generator for each list and dict. It is written in the
            order in which json.encoder does: a guest can notice it, the default() and items() are its own."""
            step = ' ' * indent if indent is not None and not isinstance(indent, str) else indent
            parts = []
            write = parts.append

            def enter(o):
                if markers is not None:
                    if id(o) in markers:
                        raise ValueError('Circular reference detected')
                    markers[id(o)] = o

            def leave(o):
                if markers is not None:
                    del markers[id(o)]

            def plain(o):
                """What is written for what is neither a text nor made of parts; None for everything else."""
                if o is None:
                    return 'null'
                if o is True:
                    return 'true'
                if o is False:
                    return 'false'
                if isinstance(o, int):
                    return encode_number(o)
                if isinstance(o, float):
                    return encode_float(o)
                return None

            def write_any(o, level):
                if isinstance(o, str):
                    write(encode_text(o))
                elif isinstance(o, (list, tuple)):
                    write_list(o, level)
                elif isinstance(o, dict):
                    write_dict(o, level)
                elif (text := plain(o)) is not None:
                    write(text)
                else:
                    enter(o)
                    write_any(default(o), level)
                    leave(o)

            def write_list(o, level):
                if not o:
                    write('[]')
                    return
                enter(o)
                line = '' if step is None else '\n' + step * (level + 1)
                before, separator = '[' + line, item_separator + line
                for value in o:
                    write(before)
                    before = separator
                    write_any(value, level + 1)
                if step is not None:
                    write('\n' + step * level)
                write(']')
                leave(o)

            def write_dict(o, level):
                if not o:
                    write('{}')
                    return
                enter(o)
                line = '' if step is None else '\n' + step * (level + 1)
                write('{' + line)
                before, separator = '', item_separator + line
                for key, value in sorted(o.items()) if sort_keys else o.items():
                    name = key if isinstance(key, str) else plain(key)
                    if name is None:
                        raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')
                    write(before)
                    before = separator
                    write(encode_text(name))
                    write(key_separator)
                    write_any(value, level + 1)
                if step is not None:
                    write('\n' + step * level)
                write('}')
                leave(o)

            def encode_all(o, level):
                write_any(o, level)
                return parts

            return encode_all

        json.JSONEncoder.iterencode = iterencode
        json.encoder._make_iterencode = make_iterencode
        begin = json.JSONDecodeError.__init__

        def __init__(self, msg, doc, pos):
            # As CPython's scanner has it, which says where the backslash is, or the u behind it.
            if type(msg) is str and type(doc) is str and type(pos) is int:
                if msg == 'Invalid escape':
                    msg, pos = 'Invalid \\escape', pos - 1
                elif msg == 'Invalid \\uXXXX escape' and doc[pos - 1:pos + 1] != '\\u':
                    pos = doc.rfind('\\u', 0, pos) + 1
            begin(self, msg, doc, pos)

        json.JSONDecodeError.__init__ = __init__
        return {}

    # --- traceback ---------------------------------------------------------------------------------

    def traceback_members():
        from types import TracebackType

        def pick(args):
            return args[1] if len(args) > 1 and args[1] is not None else args[0] if args else sys.exception()

        def format_exc(limit=None, chain=True):
            error = sys.exception()
            return 'NoneType: None\n' if error is None else ''.join(outcome['format_exception'](error))

        def format_exception(*args, **kwargs):
            return outcome['format_exception'](pick(args))

        def limited(places, limit):
            """The first so many of them, or the last if the limit is below zero."""
            if limit is None:
                return places
            return places[:limit] if limit >= 0 else places[limit:]

        def format_exception_only(*args, **kwargs):
            return outcome['exception_lines'](pick(args))

        def print_exc(limit=None, file=None, chain=True):
            print(format_exc(), end='', file=file if file is not None else sys.stderr)

        def print_exception(*args, file=None, **kwargs):
            print(''.join(format_exception(*args)), end='', file=file if file is not None else sys.stderr)

        class FrameSummary:
            """A place that an exception went through, in the guest's own source."""
            __slots__ = ('filename', 'lineno', 'name', 'line')

            def __init__(self, filename, lineno, name, *, line=None):
                self.filename, self.lineno, self.name, self.line = filename, lineno, name, line

            def __iter__(self):
                return iter((self.filename, self.lineno, self.name, self.line))

            def __getitem__(self, index):
                return (self.filename, self.lineno, self.name, self.line)[index]

            def __len__(self):
                return 4

            def __repr__(self):
                return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'

        FrameSummary.__module__ = 'traceback'
        FrameSummary.__qualname__ = 'FrameSummary'

        def extract_tb(tb, limit=None):
            return limited([FrameSummary(file, line, name, line=text) for file, line, name, text in outcome['summary'](checked(tb))], limit)

        def checked(tb):
            if tb is not None and type(tb) is not TracebackType:
                raise TypeError(f"expected a traceback, got '{guard['name_of'](type(tb))}'")
            return tb

        def format_list(extracted_list):
            return [f'  File "{file}", line {line}, in {name}\n' + (f'    {text}\n' if text else '') for file, line, name, text in extracted_list]

        def format_tb(tb, limit=None):
            places = []
            for line in outcome['traceback_lines'](checked(tb)):
                if line.startswith('  File "') or not places:
                    places.append('')
                places[-1] += line
            return limited(places, limit)

        def print_tb(tb, limit=None, file=None):
            print(''.join(format_tb(tb, limit)), end='', file=file if file is not None else sys.stderr)

        class TracebackException:
            """What an exception says, and where it was, without the exception itself."""
            __slots__ = ('_said',)

            def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, **_):
                lines = outcome['format_exception'](exc_value)
                set_said(self, (exc_type, extract_tb(exc_traceback, limit), outcome['text_of'](exc_value), outcome['exception_lines'](exc_value), lines))

            @classmethod
            def from_exception(cls, exc, *args, **kwargs):
                return cls(type(exc), exc, traceback_of(exc), *args, **kwargs)

            @property
            def exc_type(self):
                return said_by(self)[0]

            @property
            def stack(self):
                return said_by(self)[1]

            def __str__(self):
                return said_by(self)[2]

            def format_exception_only(self):
                yield from said_by(self)[3]

            def format(self, *, chain=True):
                yield from said_by(self)[4]

            def print(self, *, file=None, chain=True):
                for line in said_by(self)[4]:
                    print(line, end='', file=file if file is not None else sys.stderr)

        # Methods can be called with any object for self: descriptors of slots take none but their own.
        set_said, said_by = TracebackException.__dict__['_said'].__set__, TracebackException.__dict__['_said'].__get__
        traceback_of = BaseException.__dict__['__traceback__'].__get__
        TracebackException.__module__ = 'traceback'
        TracebackException.__qualname__ = 'TracebackException'

        return {'FrameSummary': FrameSummary, 'TracebackException': TracebackException, **named('traceback', {
            'extract_tb': extract_tb, 'format_list': format_list, 'format_tb': format_tb, 'print_tb': print_tb,
            'format_exc': format_exc, 'format_exception': format_exception, 'print_exc': print_exc,
            'format_exception_only': format_exception_only, 'print_exception': print_exception})}

    # --- standard streams --------------------------------------------------------------------------

    streams = {}
    # The host's own: no guest gets hold of them.
    host_streams = {'stdout': sys.stdout, 'stderr': sys.stderr}

    def stream_shown(name):
        """What a guest, or the library for it, finds under the name: what it has put there, or a stream that leads to the host's."""
        current = getattr(sys, name)
        return standard_streams()[name] if current is host_streams[name] else current

    def put_stream(name, target):
        setattr(sys, name, host_streams[name] if target is standard_streams()[name] else target)
        show_stream(name, stream_shown(name))

    def put_input(target):
        arguments['read_from_own'](None if target is standard_streams()['stdin'] else target)
        show_stream('stdin', target)

    def show_stream(name, stream):
        module = guard['facades'].get('sys')
        if module is not None and name in module.__dict__:
            module.__dict__[name] = stream

    def put_arguments(target):
        if not isinstance(target, list):
            raise TypeError('sys.argv must be a list')
        own_arguments[:] = [target]
        show_stream('argv', target)

    # What the guest has put in the place of sys.argv.
    own_arguments = []

    guard['stream_setters'].update({
        'argv': put_arguments,
        'stdin': put_input, 'stdout': lambda target: put_stream('stdout', target), 'stderr': lambda target: put_stream('stderr', target)})

    def standard_streams():
        """Those of sys, and of library modules that hand them to methods which a guest may have overridden."""
        if streams:
            return streams

        class Stream:
            """Standard output or error: text goes out, nothing behind it can be reached."""
            __slots__ = ()
            encoding = 'utf-8'
            errors = 'strict'
            closed = False

            def reconfigure(self, **options):
                pass

            def flush(self):
                pass

            def writable(self):
                return True

            def readable(self):
                return False

            def isatty(self):
                return False

            def writelines(self, lines):
                for line in lines:
                    self.write(line)

        rest = ['']

        class Input:
            """Standard input: what the host gives of it, which may be nothing."""
            __slots__ = ()
            encoding = 'utf-8'
            errors = 'strict'
            closed = False
            name = '<stdin>'

            def reconfigure(self, **options):
                pass

            @property
            def buffer(self):
                return InputBytes()

            def readable(self):
                return True

            def writable(self):
                return False

            def isatty(self):
                return False

            def readline(self, size=-1, /):
                line = rest[0] or arguments['read_line']()
                length = len(line) if size is None or size < 0 else int(size)
                rest[0] = line[length:]
                return line[:length]

            def read(self, size=-1, /):
                wanted = None if size is None or size < 0 else int(size)
                parts = []
                while wanted is None or wanted > 0:
                    part = self.readline(-1 if wanted is None else wanted)
                    if not part:
                        break
                    parts.append(part)
                    if wanted is not None:
                        wanted -= len(part)
                return ''.join(parts)

            def readlines(self, hint=-1, /):
                return list(self)

            def __iter__(self):
                return self

            def __next__(self):
                line = self.readline()
                if not line:
                    raise StopIteration
                return line

        class InputBytes:
            """Standard input as bytes."""
            __slots__ = ()

            def readable(self):
                return True

            def readline(self, size=-1, /):
                return Input().readline(size).encode()

            def read(self, size=-1, /):
                return Input().read(size).encode()

            def readlines(self, hint=-1, /):
                return list(self)

            def __iter__(self):
                return self

            def __next__(self):
                return next(Input()).encode()

        class OutputBytes:
            """Standard output or error as bytes."""
            __slots__ = ('_stream',)

            def __init__(self, stream):
                self._stream = stream

            def writable(self):
                return True

            def write(self, data, /):
                if not isinstance(data, (bytes, bytearray, memoryview)):
                    raise TypeError(f"a bytes-like object is required, not '{guard['name_of'](type(data))}'")
                data = bytes(data)
                self._stream.write(data.decode('utf-8', 'replace'))
                return len(data)

            def flush(self):
                pass

        class Output(Stream):
            __slots__ = ()
            name = '<stdout>'
            buffer = property(lambda self: OutputBytes(Output()))

            def write(self, text):
                return host_streams['stdout'].write(text)

        class Errors(Stream):
            __slots__ = ()
            name = '<stderr>'
            buffer = property(lambda self: OutputBytes(Errors()))

            def write(self, text):
                return host_streams['stderr'].write(text)

        streams.update(stdin=Input(), stdout=Output(), stderr=Errors())
        return streams

    # --- argparse ----------------------------------------------------------------------------------

    argv = arguments['argv']

    def program_arguments():
        if not argv:
            argv.append(arguments['main_file']())
        return argv

    def argparse_members():
        import argparse
        own_private_names = ('_get_formatter', '_unrecognized_args', '_handle_conflict_error', '_handle_conflict_resolve')

        class System:
            """What argparse needs of sys, as the guest has it."""
            __slots__ = ()
            argv = property(lambda self: own_arguments[0] if own_arguments else program_arguments())
            stdin = standard_streams()['stdin']
            stdout = property(lambda self: stream_shown('stdout'))
            stderr = property(lambda self: stream_shown('stderr'))

            def exit(self, status=None):
                raise SystemExit(status)

            def getfilesystemencoding(self):
                return 'utf-8'

            def getfilesystemencodeerrors(self):
                return 'surrogateescape'

        def read_attribute(o, name, *default):
            if type(name) is str and name in own_private_names:
                return getattr(o, name, *default)
            return read(o, name, *default)

        def has_attribute(o, name):
            try:
                read_attribute(o, name)
            except AttributeError:
                return False
            return True

        def variables(o):
            return vars(o) if isinstance(o, argparse.Action) else read(o, '__dict__')

        def no_file(name, *_, **__):
            raise PermissionError(1, 'Operation not permitted: guests have no files of their own', name)

        # The module's own reads and writes of attributes, by names that the guest chose, go through the guards.
        argparse.__dict__.update({
            'setattr': guard['dynamic_setattr'], 'getattr': read_attribute, 'hasattr': has_attribute, 'vars': variables, 'open': no_file,
            '_sys': System(), '_': lambda text: text, 'ngettext': lambda one, many, count: one if count == 1 else many})

        class Namespace:
            """Simple object for storing attributes."""

            def __init__(self, **kwargs):
                # What is not such an object keeps its attributes, which a guest may not choose.
                if not issubclass(type(self), Namespace):
                    raise TypeError("descriptor '__init__' requires a 'Namespace' object")
                self.__dict__.update(kwargs)

            def __repr__(self):
                plain = [f'{name}={value!r}' for name, value in self.__dict__.items() if name.isidentifier()]
                odd = {name: value for name, value in self.__dict__.items() if not name.isidentifier()}
                return f"{type(self).__name__}({', '.join(plain + ([f'**{odd!r}'] if odd else []))})"

            def __eq__(self, other):
                return self.__dict__ == other.__dict__ if isinstance(other, Namespace) else NotImplemented

            def __contains__(self, key):
                return key in self.__dict__

        Namespace.__module__ = 'argparse'
        Namespace.__qualname__ = 'Namespace'
        argparse.__dict__['Namespace'] = Namespace
        prepare = argparse.HelpFormatter.__init__

        def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
            prepare(self, prog, indent_increment, max_help_position, 78 if width is None else width)

        argparse.HelpFormatter.__init__ = __init__
        return {}

    # --- configparser --------------------------------------------------------------------------------

    def configparser_members():
        import configparser
        # read() passes over files that are not there, and says which it has read.
        configparser.__dict__['open'] = arguments['open']
        return {}

    # --- shlex ---------------------------------------------------------------------------------------

    def shlex_members():
        import shlex

        class System:
            """What shlex needs of sys, as the guest has it."""
            __slots__ = ()
            stdin = property(lambda self: standard_streams()['stdin'])

        shlex.__dict__.update({'sys': System(), 'open': arguments['open']})
        return {}

    # --- io ------------------------------------------------------------------------------------------

    def io_members():
        return {'open': arguments['open']}

    # --- uuid ----------------------------------------------------------------------------------------

    def uuid_members():
        """uuid1() without the host's address: the node is a random one, marked as such (RFC 4122, 4.5)."""
        import time
        import uuid
        node, last = [], [0]

        def getnode():
            if not node:
                node.append(uuid.uuid4().int >> 80 | 1 << 40)
            return node[0]

        def uuid1(node=None, clock_seq=None):
            moment = last[0] = max(time.time_ns() // 100 + 0x01b21dd213814000, last[0] + 1)
            if clock_seq is None:
                clock_seq = uuid.uuid4().int & 0x3fff
            return uuid.UUID(fields=(
                moment & 0xffffffff, moment >> 32 & 0xffff, moment >> 48 & 0x0fff, clock_seq >> 8 & 0x3f, clock_seq & 0xff,
                getnode() if node is None else node), version=1)

        return named('uuid', {'getnode': getnode, 'uuid1': uuid1})

    # --- pathlib: paths without files --------------------------------------------------------------

    def pathlib_members():
        import pathlib

        class Path(pathlib.PurePosixPath):
            """A path as text; a guest has no files that it could lead to."""
            __slots__ = ()

            def __new__(cls, *args, **kwargs):
                return super().__new__(PosixPath if cls is Path else cls, *args, **kwargs)

            def exists(self, *, follow_symlinks=True):
                return False

            is_file = is_dir = is_symlink = is_mount = exists

            def expanduser(self):
                return self

        class PosixPath(Path):
            __slots__ = ()

        def refused(name):
            def method(self, *_, **__):
                raise PermissionError(1, 'Operation not permitted: guests have no files of their own', str(self))
            method.__name__ = name
            method.__qualname__ = 'Path.' + name
            method.__module__ = 'pathlib'
            return method

        def missing(name):
            def method(self, mode='r', *_, **__):
                arguments['open'](str(self), mode if name == 'open' else 'r')
            method.__name__ = name
            method.__qualname__ = 'Path.' + name
            method.__module__ = 'pathlib'
            return method

        for name in ('open', 'read_text', 'read_bytes', 'iterdir', 'rmdir', 'unlink', 'rename', 'replace', 'stat', 'lstat', 'chmod', 'owner'):
            setattr(Path, name, missing(name))
        for name in ('write_text', 'write_bytes', 'glob', 'rglob', 'walk', 'mkdir', 'touch', 'resolve', 'absolute', 'symlink_to', 'samefile'):
            setattr(Path, name, refused(name))
        for name in ('cwd', 'home'):
            setattr(Path, name, classmethod(refused(name)))
        for cls in (Path, PosixPath):
            cls.__module__ = 'pathlib'
            cls.__qualname__ = cls.__name__
        return {'Path': Path, 'PosixPath': PosixPath}

    # --- types -------------------------------------------------------------------------------------

    def types_members():
        import types

        def new_class(name, bases=(), kwds=None, exec_body=None):
            def body(namespace):
                if exec_body is not None:
                    exec_body(namespace)
                for member in list(namespace):
                    check_member(member)
                namespace['__module__'] = '__main__'
            return types.new_class(name, bases, kwds, body)

        class GeneratorWrapper:
            """What a generator becomes that is to be awaited."""
            __slots__ = ('_generator',)

            def __init__(self, generator):
                set_generator(self, generator)

            def __await__(self):
                return generator_of(self)

            def __iter__(self):
                return generator_of(self)

            def __next__(self):
                return next(generator_of(self))

            def send(self, value, /):
                return read(generator_of(self), 'send')(value)

            def throw(self, *error):
                return read(generator_of(self), 'throw')(*error)

            def close(self):
                return read(generator_of(self), 'close')()

        # Methods can be called with any object for self: descriptors of slots take none but their own.
        set_generator, generator_of = GeneratorWrapper.__dict__['_generator'].__set__, GeneratorWrapper.__dict__['_generator'].__get__
        GeneratorWrapper.__module__, GeneratorWrapper.__qualname__ = 'types', '_GeneratorWrapper'

        def coroutine(func):
            """Makes what a generator function returns fit for await."""
            if not callable(func):
                raise TypeError('types.coroutine() expects a callable')

            def wrapped(*args, **kwargs):
                made = func(*args, **kwargs)
                return GeneratorWrapper(made) if type(made) is types.GeneratorType else made

            for name in ('__module__', '__name__', '__qualname__', '__doc__'):
                value = read(func, name, None)
                if type(value) is str:
                    setattr(wrapped, name, value)
            return wrapped

        return {'coroutine': coroutine, **named('types', {'new_class': new_class})}

    # --- array -------------------------------------------------------------------------------------

    def array_members():
        """CPython's array says itself that it is a MutableSequence."""
        from array import array
        from collections.abc import MutableSequence

        MutableSequence.register(array)
        return {}

    # --- collections.abc, typing, random: range and a long range are Sequences, too -------------------

    def sequences(members=dict):
        def with_long_ranges():
            from collections.abc import Sequence

            Sequence.register(guard['long_range'])
            # From now on it is known of what guests have for range, too, which is equal to it.
            issubclass(range, Sequence)
            return members()

        return with_long_ranges

    def random_members():
        import operator
        import random

        def randbytes(self, n):
            # An integer of all their bits may be too large; words follow each other as they do in it, the lowest first.
            n, at_once = int.__add__(operator.index(n), 0), 1 << 16
            sizes = [at_once] * (n // at_once) + [n % at_once] if n > at_once else [n]
            return b''.join([self.getrandbits(size * 8).to_bytes(size, 'little') for size in sizes])

        random.Random.randbytes = randbytes
        return {'randbytes': random._inst.randbytes}

    # --- hashlib -----------------------------------------------------------------------------------

    known_hashes = {'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512',
                    'sha_1', 'sha_224', 'sha_256', 'sha_384', 'sha_512', 'shake_128', 'shake_256', 'blake2b', 'blake2s'}

    def hashlib_members():
        import hashlib
        import operator

        def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
            # Nothing stops it once it has begun: numbers have to be what they seem.
            iterations = int.__add__(operator.index(iterations), 0)
            dklen = dklen if dklen is None else int.__add__(operator.index(dklen), 0)
            hash_name = known_hash(hash_name)
            blocks = 1 if dklen is None else -(-dklen // (hashlib.new(hash_name).digest_size or 1))
            if iterations > 1_000_000 or iterations * blocks > 2_000_000:
                raise ValueError('pbkdf2_hmac: more than 1,000,000 iterations')
            return explained(hashlib.pbkdf2_hmac, hash_name, password, salt, iterations, dklen)

        def known_hash(name):
            name = exact(name, 'a hash name')
            if name.lower().replace('-', '_') not in known_hashes:
                raise ValueError(f'unsupported hash type {name}')
            return name

        def blake2b(data=b'', /, *, digest_size=64, key=b'', salt=b'', person=b'', usedforsecurity=True):
            return blake2(hashlib.blake2b, blake2b_shape, data, digest_size, (key, salt, person))

        def blake2s(data=b'', /, *, digest_size=32, key=b'', salt=b'', person=b'', usedforsecurity=True):
            return blake2(hashlib.blake2s, blake2s_shape, data, digest_size, (key, salt, person))

        # The bits of a word, rounds, rotations and the first state, as RFC 7693 has them.
        blake2b_shape = ('blake2b', 64, 12, (32, 24, 16, 63), (
            0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
            0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179))
        blake2s_shape = ('blake2s', 32, 10, (16, 12, 8, 7), tuple([word >> 32 for word in blake2b_shape[4]]))
        orders = [[int(place, 16) for place in row] for row in (
            '0123456789abcdef', 'ea489fd61c02b753', 'b8c052fdae367194', '7931dcbe265a40f8', '905724afe1bc683d',
            '2c6a0b834d75fe19', 'c51fed4a0763928b', 'db7ec13950f4862a', '6fe9b308c2d714a5', 'a2847615fb9e3cd0')]

        def blake2(make, shape, data, digest_size, options):
            """GraalPy's has no digests of other sizes, no keys and no salts."""
            name, bits = shape[:2]
            digest_size = operator.index(digest_size)
            if not 1 <= digest_size <= bits:
                raise ValueError(f'digest_size must be between 1 and {bits} bytes')
            options = [octets(option) for option in options]
            for what, option, longest in zip(('key', 'salt', 'person'), options, (bits, bits // 4, bits // 4)):
                if len(option) > longest:
                    raise ValueError(f'maximum {what} length is {longest} bytes')
            if digest_size == bits and not any(options):
                return make(data)
            made = Blake2(shape, digest_size, *options)
            made.update(data)
            return made

        def octets(data):
            if isinstance(data, str):
                raise TypeError('Strings must be encoded before hashing')
            with memoryview(data) as view:
                return view.tobytes()

        class Blake2:
            __slots__ = ('_shape', '_size', '_state', '_rest', '_done')

            def __init__(self, shape, size, key, salt, person):
                bits, state = shape[1], shape[4]
                quarter = bits // 4
                parameters = bytes([size, len(key), 1, 1]).ljust(2 * quarter, b'\0') + salt.ljust(quarter, b'\0') + person.ljust(quarter, b'\0')
                self._shape, self._size, self._done = shape, size, 0
                self._state = [word ^ part for word, part in zip(state, words(parameters, bits))]
                self._rest = key.ljust(2 * bits, b'\0') if key else b''

            @property
            def name(self):
                return self._shape[0]

            @property
            def digest_size(self):
                return self._size

            @property
            def block_size(self):
                return 2 * self._shape[1]

            def update(self, data, /):
                block = 2 * self._shape[1]
                rest = self._rest + octets(data)
                start = 0
                while len(rest) - start > block:
                    self._done += block
                    self._state = compressed(self._shape, self._state, rest[start:start + block], self._done, False)
                    start += block
                self._rest = rest[start:]

            def digest(self):
                shape, rest = self._shape, self._rest
                state = compressed(shape, self._state, rest.ljust(2 * shape[1], b'\0'), self._done + len(rest), True)
                return b''.join([word.to_bytes(shape[1] // 8, 'little') for word in state])[:self._size]

            def hexdigest(self):
                return self.digest().hex()

            def copy(self):
                made = Blake2(self._shape, self._size, b'', b'', b'')
                made._state, made._rest, made._done = self._state, self._rest, self._done
                return made

        for method in (Blake2.update, Blake2.digest, Blake2.hexdigest, Blake2.copy):
            method.__qualname__ = 'Blake2.' + method.__name__
            method.__module__ = 'hashlib'
        Blake2.__module__, Blake2.__qualname__ = 'hashlib', 'Blake2'

        def words(data, bits):
            return [int.from_bytes(data[i:i + bits // 8], 'little') for i in range(0, len(data), bits // 8)]

        def compressed(shape, state, block, done, is_last):
            _, bits, rounds, (first, second, third, fourth), begin = shape
            mask = (1 << bits) - 1
            m = words(block, bits)
            v = [*state, *begin]
            v[12] ^= done & mask
            v[13] ^= done >> bits
            if is_last:
                v[14] ^= mask

            def mix(a, b, c, d, x, y):
                for value, one, other in ((x, first, second), (y, third, fourth)):
                    v[a] = v[a] + v[b] + value & mask
                    v[d] = turned(v[d] ^ v[a], one)
                    v[c] = v[c] + v[d] & mask
                    v[b] = turned(v[b] ^ v[c], other)

            def turned(word, by):
                return (word >> by | word << bits - by) & mask

            for number in range(rounds):
                s = orders[number % 10]
                for i in range(4):
                    mix(i, i + 4, i + 8, i + 12, m[s[2 * i]], m[s[2 * i + 1]])
                for i in range(4):
                    mix(i, (i + 1) % 4 + 4, (i + 2) % 4 + 8, (i + 3) % 4 + 12, m[s[2 * i + 8]], m[s[2 * i + 9]])
            return [word ^ v[i] ^ v[i + 8] for i, word in enumerate(state)]

        def new(name, data=b'', **options):
            return explained(hashlib.new, known_hash(name), data, **options)

        def file_digest(fileobj, digest, /, *, _bufsize=1 << 18):
            made = new(digest) if issubclass(type(digest), str) else digest()
            update = read(made, 'update')
            whole = read(fileobj, 'getbuffer', None)
            if whole is not None:
                update(whole())
                return made
            read_into = read(fileobj, 'readinto', None)
            if read_into is None:
                raise ValueError(f'{fileobj!r} is not a file-like object in binary reading mode.')
            part = bytearray(_bufsize)
            while size := read_into(part):
                update(memoryview(part)[:size])
            return made

        return named('hashlib', {'file_digest': file_digest, 'pbkdf2_hmac': pbkdf2_hmac, 'blake2b': blake2b, 'blake2s': blake2s, 'new': new})

    def hmac_members():
        import hmac

        def new(key, msg=None, digestmod=''):
            if issubclass(type(digestmod), str):
                digestmod = exact(digestmod, 'a hash name')
                if not digestmod:
                    raise TypeError("Missing required parameter 'digestmod'.")
                if digestmod.lower().replace('-', '_') not in known_hashes or 'shake' in digestmod.lower():
                    raise ValueError(f'unsupported hash type {digestmod}')
            if type(key) in (bytes, bytearray) and not key:
                # The same by HMAC's definition, and a key that Java takes.
                key = b'\0'
            return explained(hmac.new, key, msg, digestmod)

        def HMAC(key, msg=None, digestmod=''):
            return new(key, msg, digestmod)

        def digest(key, msg, digest):
            return new(key, msg, digest).digest()

        return named('hmac', {'new': new, 'HMAC': HMAC, 'digest': digest})

    # --- binascii ----------------------------------------------------------------------------------

    def binascii_members():
        import binascii

        def hexlify(data, sep=None, bytes_per_sep=1):
            """GraalPy's puts nothing between the digits; bytes.hex() does."""
            if sep is None:
                return binascii.hexlify(data)
            with memoryview(data) as view:
                return view.tobytes().hex(sep, bytes_per_sep).encode()

        def b2a_hex(data, sep=None, bytes_per_sep=1):
            return hexlify(data, sep, bytes_per_sep)

        return named('binascii', {'hexlify': hexlify, 'b2a_hex': b2a_hex})

    # --- zlib --------------------------------------------------------------------------------------

    def explained(function, *arguments, **keywords):
        """Calls the function; an exception of it says nothing of Java."""
        try:
            return function(*arguments, **keywords)
        except Exception as error:
            raise given_clean(error) from None

    given_clean = arguments['clean']

    def zlib_members():
        import zlib

        def decoded(function, *arguments):
            try:
                return function(*arguments)
            except zlib.error as error:
                text = given_clean(error).args[0]
                if not text.startswith('Error'):
                    text = 'Error -3 while decompressing data: ' + text
                raise zlib.error(text) from None

        def check_window(wbits, widest):
            size = wbits if 0 <= wbits else -wbits
            if not (8 <= size <= 15 or wbits == 0 and widest > 31 or 25 <= wbits <= widest):
                raise ValueError('Invalid initialization option')

        def is_zipped(data):
            return bytes(data[:2]) == b'\x1f\x8b'

        def decompress(data, /, wbits=15, bufsize=16384):
            if bufsize < 0:
                raise ValueError('bufsize must be non-negative')
            machine = decompressobj(wbits)
            result = machine.decompress(data)
            if not machine.eof:
                raise zlib.error('Error -5 while decompressing data: incomplete or truncated stream')
            return result

        def compress(data, /, level=-1, wbits=15):
            machine = compressobj(level, 8, wbits)
            return machine.compress(data) + machine.flush()

        def compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None):
            check_window(wbits, 15)
            if not -1 <= level <= 9 or method != 8 or not 1 <= memLevel <= 9 or not 0 <= strategy <= 4:
                raise ValueError('Invalid initialization option')
            return zlib.compressobj(level, method, wbits, memLevel, strategy, *([] if zdict is None else [zdict]))

        class Decompress:
            __slots__ = ('_machine', '_wbits')
            __module__ = 'zlib'
            __qualname__ = 'Decompress'

            def __init__(self, machine, wbits):
                self._machine = machine
                self._wbits = wbits

            def decompress(self, data, max_length=0):
                if self._machine is None:
                    if not is_zipped(data):
                        if self._wbits <= 31:
                            raise zlib.error('Error -3 while decompressing data: incorrect header check')
                        self._machine = zlib.decompressobj()
                    else:
                        self._machine = zlib.decompressobj(31)
                return decoded(self._machine.decompress, data, max_length)

            def flush(self, length=16384):
                return b'' if self._machine is None else decoded(self._machine.flush, length)

            @property
            def eof(self):
                return self._machine is not None and self._machine.eof

            @property
            def unused_data(self):
                return b'' if self._machine is None else self._machine.unused_data

            @property
            def unconsumed_tail(self):
                return b'' if self._machine is None else self._machine.unconsumed_tail

        for method in (Decompress.decompress, Decompress.flush):
            method.__qualname__ = 'Decompress.' + method.__name__
            method.__module__ = 'zlib'

        def decompressobj(wbits=15, zdict=b''):
            check_window(wbits, 47)
            if wbits > 15:
                return Decompress(None, wbits)
            return Decompress(zlib.decompressobj(wbits, *([zdict] if zdict else [])), wbits)

        return named('zlib', {'decompress': decompress, 'compress': compress, 'compressobj': compressobj, 'decompressobj': decompressobj})

    # --- datetime ----------------------------------------------------------------------------------

    def iso_problem(text):
        """What CPython says of a text that is no date or time; GraalPy does not say what it was."""
        def number(start, end):
            digits = text[start:end]
            return int(digits) if len(digits) == end - start and digits.isascii() and digits.isdigit() else -1

        if type(text) is str and len(text) >= 10 and text[4] == text[7] == '-' and (len(text) == 10 or len(text) >= 16 and text[13] == ':'):
            year, month, day = number(0, 4), number(5, 7), number(8, 10)
            if year == 0:
                return 'year 0 is out of range'
            if year > 0 and month >= 0 and not 1 <= month <= 12:
                return 'month must be in 1..12'
            if year > 0 and month > 0 and day >= 0:
                last = 29 if month == 2 and (year % 4 == 0 and year % 100 or year % 400 == 0) else 28 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
                if not 1 <= day <= last:
                    return 'day is out of range for month'
                if number(11, 13) > 23:
                    return 'hour must be in 0..23'
                if number(14, 16) > 59:
                    return 'minute must be in 0..59'
                if number(17, 19) > 59:
                    return 'second must be in 0..59'
        return f'Invalid isoformat string: {text!r}' if type(text) is str else ''

    composed = {'D': '%m/%d/%y', 'F': '%Y-%m-%d', 'R': '%H:%M', 'T': '%H:%M:%S', 'h': '%b', 'r': '%I:%M:%S %p', 'n': '\n', 't': '\t', '%': '%%'}

    def reckoned(letter, fields):
        """What C's strftime has and GraalPy's has not, of a year, a month, a day and so on."""
        year, month, day, hour = fields[:4]
        if letter == 'u':
            return f'{fields[6] + 1}'
        if letter == 'C':
            return f'{year // 100:02}'
        if letter == 'P':
            return 'am' if hour < 12 else 'pm'
        if letter in 'ekl':
            return f"{day if letter == 'e' else hour if letter == 'k' else (hour + 11) % 12 + 1:2}"
        from datetime import date
        iso_year, week, _ = date(year, month, day).isocalendar()
        return f'{iso_year}' if letter == 'G' else f'{week:02}' if letter == 'V' else f'{iso_year % 100:02}'

    def expanded(format, fields):
        """The format in what GraalPy knows of formats; it loses what stands beside anything else."""
        if type(format) is not str or '%' not in format:
            return format
        parts, start = [], 0
        while (at := format.find('%', start)) >= 0:
            parts.append(format[start:at])
            unpadded = format[at + 1:at + 2] == '-'
            letter = format[at + 1 + unpadded:at + 2 + unpadded]
            start = at + 2 + unpadded
            if letter and letter in 'aAbBcdfHIjmMpSUwWxXyYzZ:':
                parts.append(format[at:start])
            elif letter in composed:
                parts.append(composed[letter])
            elif letter and letter in 'CeGgklPuV':
                text = reckoned(letter, fields)
                parts.append(text.lstrip(' 0') or '0' if unpadded else text)
            else:
                parts.append('%' + format[at:start])
        parts.append(format[start:])
        return ''.join(parts)

    def datetime_members():
        import datetime
        namespace = sys.modules[datetime.date.__module__].__dict__
        real_format = namespace.get('_wrap_strftime')
        if real_format is not None:
            namespace['_wrap_strftime'] = lambda moment, format, fields: real_format(moment, expanded(format, fields), fields)
        week = type(datetime.date(1, 1, 1).isocalendar())

        def __repr__(self):
            return f'datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})'

        week.__repr__ = __repr__
        kinds = (datetime.date, datetime.datetime, datetime.time, datetime.timedelta, datetime.timezone)

        def without_module(real):
            def __repr__(self):
                """Of a derived class CPython's, which are written in C, show the name alone."""
                text = real(self)
                return text if type(self) in kinds else guard['name_of'](type(self)) + text[text.find('('):]
            return __repr__

        for cls in kinds:
            if '__repr__' in cls.__dict__:
                cls.__repr__ = without_module(cls.__dict__['__repr__'])
        for cls in (*kinds, datetime.tzinfo, week):
            if cls.__module__ == '_pydatetime':
                cls.__module__ = 'datetime'
        return {}

    @guard['handler']('iso format')
    def read_isoformat(o, name):
        real = getattr(o, name)

        def fromisoformat(text, /):
            try:
                return real(text)
            except ValueError as error:
                problem = iso_problem(text)
                if not problem:
                    raise
                raise ValueError(problem) from None

        return fromisoformat

    # --- time --------------------------------------------------------------------------------------

    def time_members():
        import operator
        import time

        def mktime(t, /):
            if not isinstance(t, tuple):
                raise TypeError('Tuple or struct_time argument required')
            fields = [*t]
            if len(fields) != 9:
                raise TypeError('mktime(): illegal time tuple argument')
            for field in fields:
                if not isinstance(field, int):
                    raise TypeError(f"'{guard['name_of'](type(field))}' object cannot be interpreted as an integer")
                if not -1 << 31 <= field < 1 << 31:
                    raise OverflowError('mktime argument out of range')
            if not 1 <= fields[0] <= 9999:
                raise OverflowError('mktime argument out of range')
            return time.mktime(tuple([int(field) for field in fields]))

        def strftime(format, t=None, /):
            t = time.localtime() if t is None else t
            fields = tuple([*t]) if isinstance(t, tuple) else ()
            if len(fields) == 9 and all([type(field) is int for field in fields]):
                time.strftime('', fields)
                format = expanded(format, fields)
            return time.strftime(format, t)

        def strptime(string, format='%a %b %d %H:%M:%S %Y', /):
            """GraalPy's imports with the builtins of whoever calls it, and from some places finds none."""
            import _strptime

            return _strptime._strptime_time(*[guard['exact_name'](text, 'strptime()') if isinstance(text, str) else text for text in (string, format)])

        def sleep(seconds, /):
            """Of an int GraalPy's sleep() sees no more than whole seconds of the clock: sleep(0) would take up to one."""
            if issubclass(type(seconds), float):
                length = float.__add__(seconds, 0.0)
            else:
                length = operator.index(seconds)
                if length.bit_length() > 63:
                    raise OverflowError('timestamp too large to convert to C _PyTime_t')
            if length != length:
                raise ValueError('Invalid value NaN (not a number)')
            if length < 0:
                raise ValueError('sleep length must be non-negative')
            if length >= 1 << 33:
                raise OverflowError('timestamp out of range for platform time_t')
            real_sleep(float(length))

        real_sleep = time.sleep
        return named('time', {'mktime': mktime, 'sleep': sleep, 'strftime': strftime, 'strptime': strptime})

    # --- sys ---------------------------------------------------------------------------------------

    def sys_members():
        def exit(status=None, /):
            raise SystemExit() if status is None else SystemExit(status)

        def exception():
            error = sys.exception()
            return None if error is None else given_clean(error)

        def exc_info():
            error = sys.exception()
            return (None, None, None) if error is None else (type(error), arguments['clean'](error), error.__traceback__)

        def getrecursionlimit():
            return int(arguments['recursion_limit']())

        def setrecursionlimit(new_limit, /):
            """What a guest wishes holds up to a depth beyond which none comes; getrecursionlimit() says what holds."""
            if not isinstance(new_limit, int):
                raise TypeError(f"'{type(new_limit).__name__}' object cannot be interpreted as an integer")
            # The number itself: a class derived from int may compare, and become an int, as it likes.
            new_limit = int.__add__(new_limit, 0)
            if new_limit < 1:
                raise ValueError('recursion limit must be greater or equal than 1')
            depth = arguments['set_recursion_limit'](min(new_limit, 1 << 30))
            if depth:
                raise RecursionError(f'cannot set the recursion limit to {new_limit} at the recursion depth {depth}: the limit is too low')

        most_digits = 100_000
        digits = [sys.get_int_max_str_digits()]

        def get_int_max_str_digits():
            return digits[0]

        def set_int_max_str_digits(maxdigits):
            """A guest may raise the limit to where conversions still end at once; 0, no limit, raises it to there."""
            if not isinstance(maxdigits, int):
                raise TypeError(f"'{type(maxdigits).__name__}' object cannot be interpreted as an integer")
            maxdigits = int.__add__(maxdigits, 0)
            if maxdigits and maxdigits < 640:
                raise ValueError('maxdigits must be 0 or larger than 640')
            digits[0] = maxdigits
            sys.set_int_max_str_digits(min(maxdigits or most_digits, most_digits))

        sizes = {
            int: lambda o: 24 + 4 * max(1, (o.bit_length() + 29) // 30), bool: lambda o: 28, float: lambda o: 24, complex: lambda o: 32,
            str: lambda o: 41 + len(o) if o.isascii() else 57 + len(o) if max(o) < '\u0100' else 58 + 2 * len(o) if max(o) < '\U00010000' else 60 + 4 * len(o),
            bytes: lambda o: 33 + len(o), bytearray: lambda o: 57 + len(o), tuple: lambda o: 40 + 8 * len(o), list: lambda o: 56 + 8 * len(o),
            dict: lambda o: 64 + 104 * len(o), set: lambda o: 216 + 32 * len(o), frozenset: lambda o: 216 + 32 * len(o),
            type(None): lambda o: 16, object: lambda o: 16,
        }

        def getsizeof(object, default=0, /):
            """About what the object takes in CPython; what one of the guest's classes says of itself is not asked."""
            return sizes.get(type(object), lambda o: 48)(object)

        def is_finalizing():
            return False

        def getdefaultencoding():
            return 'utf-8'

        from types import SimpleNamespace
        implementation = SimpleNamespace(name='cpython', cache_tag='cpython-312', version=sys.version_info, hexversion=sys.hexversion)
        return {'path': [''], 'executable': '', 'prefix': '', 'implementation': implementation, **named('sys', {'is_finalizing': is_finalizing, 'getdefaultencoding': getdefaultencoding, 'exit': exit, 'exc_info': exc_info, 'exception': exception, 'getrecursionlimit': getrecursionlimit, 'get_int_max_str_digits': get_int_max_str_digits, 'set_int_max_str_digits': set_int_max_str_digits, 'setrecursionlimit': setrecursionlimit, 'getsizeof': getsizeof}), 'maxsize': (1 << 63) - 1, 'argv': program_arguments(), **standard_streams(), **{f'__{name}__': stream for name, stream in standard_streams().items()}, **{name: stream_shown(name) for name in host_streams}}

    # --- unicodedata: what GraalPy's has not, from the same version of Unicode ---------------------

    def unicodedata_members():
        characters = arguments['characters']
        missing = object()

        def character(c, function):
            if not issubclass(type(c), str) or str.__len__(c) != 1:
                raise TypeError(f'{function}() argument 1 must be a unicode character, not {type(c).__name__}')
            return ord(c)

        def number(kind):
            def look_up(chr, default=missing, /):
                found = characters(kind, character(chr, kind))
                if found is not None:
                    return float(found) if kind == 'numeric' else int(found)
                if default is missing:
                    raise ValueError({'decimal': 'not a decimal', 'digit': 'not a digit', 'numeric': 'not a numeric character'}[kind])
                return default
            look_up.__name__ = look_up.__qualname__ = kind
            return look_up

        def combining(chr, /):
            return int(characters('combining', character(chr, 'combining')))

        def east_asian_width(chr, /):
            return str(characters('east_asian_width', character(chr, 'east_asian_width')))

        def mirrored(chr, /):
            return int(characters('mirrored', character(chr, 'mirrored')))

        def lookup(name, /):
            found = characters('lookup', exact(name, 'lookup()'))
            if found is None:
                raise KeyError(f"undefined character name '{name}'")
            return chr(int(found))

        return named('unicodedata', {
            'combining': combining, 'decimal': number('decimal'), 'digit': number('digit'), 'numeric': number('numeric'),
            'east_asian_width': east_asian_width, 'mirrored': mirrored, 'lookup': lookup})

    return {
        'unicodedata': unicodedata_members, 'math': size['math_members'], 'operator': operator_members, 'functools': functools_members, 'string': string_members,
        'contextlib': contextlib_members, 'warnings': warnings_members, 'dataclasses': dataclasses_members, 'typing': sequences(typing_members), 'itertools': itertools_members,
        're': re_members, 'argparse': argparse_members, 'pathlib': pathlib_members, 'json': json_members, 'decimal': decimal_members, 'traceback': traceback_members, 'types': types_members,
        'hashlib': hashlib_members, 'binascii': binascii_members, 'hmac': hmac_members, 'zlib': zlib_members, 'time': time_members, 'datetime': datetime_members, 'sys': sys_members,
        'collections.abc': sequences(), 'random': sequences(random_members), 'array': array_members, 'configparser': configparser_members, 'io': io_members, 'shlex': shlex_members, 'uuid': uuid_members,
    }
