# Trusted code. What functions take, and what dataclasses uses of inspect: to import all of that, with ast, dis and tokenize,
# takes four times as long as the rest of dataclasses, and each guest would hold it.
def signatures(guard):
    from types import FunctionType, GenericAlias, ModuleType

    type_dict, type_mro = guard['type_dict'], guard['type_mro']
    code_of, defaults_of, keyword_defaults_of, annotations_of, dict_of = [
        FunctionType.__dict__[name].__get__ for name in ('__code__', '__defaults__', '__kwdefaults__', '__annotations__', '__dict__')]
    builtin_new = type(object.__dict__['__new__'])

    # What inspect goes by instead of the function itself.
    others = ('__signature__', '__wrapped__')

    def get_annotations(cls):
        found = type_dict(cls).get('__annotations__')
        return dict(found) if type(found) is dict else {}

    def signature(cls):
        """Of the usual class the text is enough; of others it is what inspect makes of them."""
        function = initializer(cls)
        if function is None:
            import inspect
            return inspect.signature(cls)
        return text_of(function)

    def initializer(cls):
        """The function that takes the arguments for a new object, where nothing else can."""
        for k in type_mro(type(cls)):
            if k is type:
                break
            if '__call__' in type_dict(k):
                return None
        found, made_by_object = None, True
        for k in type_mro(cls):
            members = type_dict(k)
            if any([name in members for name in others]) or '__new__' in members and type(members['__new__']) is not builtin_new:
                return None
            if found is None:
                found = members.get('__init__')
            if k is object and found is members['__init__'] and made_by_object:
                return without_arguments
            made_by_object = made_by_object and '__new__' not in members
        if type(found) is not FunctionType or not code_of(found).co_argcount or type(annotations_of(found)) is not dict:
            return None
        return None if any([name in dict_of(found) for name in others]) else found

    def without_arguments(self):
        pass

    def parameters_of(function):
        """(how many are positional only, positional, *, keyword only, **, defaults, defaults by keyword)"""
        code = code_of(function)
        names = code.co_varnames
        positional = code.co_argcount
        by_keyword = positional + code.co_kwonlyargcount
        rest = by_keyword if code.co_flags & 0x4 else None
        more = by_keyword + (rest is not None) if code.co_flags & 0x8 else None
        return (code.co_posonlyargcount, names[:positional], None if rest is None else names[rest], names[positional:by_keyword],
                None if more is None else names[more], defaults_of(function) or (), dict(keyword_defaults_of(function) or {}))

    def text_of(function):
        positional_only, positional, rest, by_keyword, more, defaults, keyword_defaults = parameters_of(function)
        annotations = annotations_of(function)
        values = {**dict(zip(positional[::-1], defaults[::-1])), **keyword_defaults}

        def parameter(name, stars=''):
            text = stars + name
            if name in annotations:
                text += f': {annotation_text(annotations[name])}'
            if name in values:
                text += f' = {values[name]!r}' if name in annotations else f'={values[name]!r}'
            return text

        # The first is the object itself.
        parts = [parameter(name) for name in positional[1:]]
        if positional_only > 1:
            parts.insert(positional_only - 1, '/')
        if rest is not None:
            parts.append(parameter(rest, '*'))
        elif by_keyword:
            parts.append('*')
        parts += [parameter(name) for name in by_keyword]
        if more is not None:
            parts.append(parameter(more, '**'))
        returned = f" -> {annotation_text(annotations['return'])}" if 'return' in annotations else ''
        return f"({', '.join(parts)}){returned}"

    def annotation_text(annotation):
        """As inspect.formatannotation() has it."""
        if getattr(annotation, '__module__', None) == 'typing':
            import re
            return re.sub(r'[\w.]+', lambda match: match.group().removeprefix('typing.'), repr(annotation))
        if isinstance(annotation, GenericAlias):
            return str(annotation)
        if isinstance(annotation, type):
            return annotation.__qualname__ if annotation.__module__ == 'builtins' else f'{annotation.__module__}.{annotation.__qualname__}'
        return repr(annotation)

    module = ModuleType('inspect')
    module.get_annotations, module.signature = get_annotations, signature
    return {'parameters_of': parameters_of, 'inspect': module}
