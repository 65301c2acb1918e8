# Trusted code. What dataclasses uses of inspect: to import all of that, with ast, dis and tokenize, takes four times as long as
# the rest of dataclasses, and each guest would hold it.
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

    def text_of(function):
        code, annotations = code_of(function), annotations_of(function)
        defaults, keyword_defaults = defaults_of(function) or (), keyword_defaults_of(function) or {}
        names, positional = code.co_varnames, code.co_argcount
        by_keyword = positional + code.co_kwonlyargcount

        def parameter(name, *default, stars=''):
            text = stars + name
            if name in annotations:
                text += f': {annotation_text(annotations[name])}'
            for value in default:
                text += f' = {value!r}' if name in annotations else f'={value!r}'
            return text

        parts = []
        for i in range(1, positional):
            parts.append(parameter(names[i], *defaults[i - positional + len(defaults):][:1] if i >= positional - len(defaults) else ()))
            if i == code.co_posonlyargcount - 1:
                parts.append('/')
        rest = by_keyword
        if code.co_flags & 0x4:
            parts.append(parameter(names[rest], stars='*'))
            rest += 1
        elif code.co_kwonlyargcount:
            parts.append('*')
        for name in names[positional:by_keyword]:
            parts.append(parameter(name, *[keyword_defaults[name]] if name in keyword_defaults else ()))
        if code.co_flags & 0x8:
            parts.append(parameter(names[rest], stars='**'))
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
    return module
