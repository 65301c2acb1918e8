# Trusted code, run when a guest first imports typing. Annotations that are text are compiled under the guest's policy.
def members(guard, arguments, read, own_class, named, with_long_ranges):
    import functools
    import operator
    import sys
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

    with_long_ranges()
    return named('typing', {'get_type_hints': get_type_hints, 'no_type_check': no_type_check, 'reveal_type': reveal_type})
