# Trusted code, run when a guest first imports functools. What copies attributes from one function to another, or chooses a function by annotations that are text.
def members(guard, arguments, read, exact, named):
    import functools
    import sys
    from abc import get_cache_token
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
        # An abstract class may have been told of others since.
        known = [get_cache_token()]

        def dispatch(cls):
            if known[0] != get_cache_token():
                known[0] = get_cache_token()
                cache.clear()
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
            classes = classes_of(cls)
            if classes is None:
                if func is not None:
                    raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
                func = cls
                hints = [(k, v) for k, v in (read(func, '__annotations__', None) or {}).items() if k != 'return']
                if not hints:
                    raise TypeError(
                        f'Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or plain '
                        '`@register` on an annotated function.')
                parameter, hint = hints[0]
                if type(hint) is str:
                    hint = arguments['evaluate_annotation'](hint, arguments['namespace_of'](func), {})
                classes = classes_of(type(None) if hint is None else hint)
                if classes is None:
                    fault = 'not all arguments are classes' if is_union(hint) else 'is not a class'
                    raise TypeError(f'Invalid annotation for {parameter!r}. {hint!r} {fault}.')
            elif func is None:
                return lambda f: register(cls, f)
            for each in classes:
                registry[each] = func
            cache.clear()
            return func

        return dispatch, register, registry

    def is_union(hint):
        typing = sys.modules.get('typing')
        return type(hint) is UnionType or typing is not None and type(hint) is typing._UnionGenericAlias

    def classes_of(hint):
        """A class, or those of a union of classes; nothing where it is neither."""
        classes = hint.__args__ if is_union(hint) else (hint,)
        return classes if all(isinstance(each, type) for each in classes) else None

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
            for name in ('__module__', '__name__', '__qualname__', '__doc__'):
                value = read(self.func, name, None)
                if type(value) is str:
                    setattr(method, name, value)
            return method

        @property
        def __isabstractmethod__(self):
            return read(self.func, '__isabstractmethod__', False)

    singledispatchmethod.__module__ = 'functools'
    singledispatchmethod.__qualname__ = 'singledispatchmethod'
    return {**named('functools', {
        'update_wrapper': update_wrapper, 'wraps': wraps, 'total_ordering': total_ordering,
        'singledispatch': singledispatch}), 'singledispatchmethod': singledispatchmethod}
