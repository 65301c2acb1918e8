# Trusted code, run when a guest first imports dataclasses. The classes that it makes are the guest's, made as a class statement makes them.
def members(guard, own_class, named):
    def check_member(name):
        guard['check_special_method'](name, 'class namespace')

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
    def _is_type(annotation, cls, a_module, a_type, is_type_predicate):
        """Annotations that are text name ClassVar, InitVar and KW_ONLY, also by their module: here by what the guest's module has under
        the name. No module of a guest is in sys.modules but the main one."""
        found = dataclasses._MODULE_IDENTIFIER_RE.match(annotation)
        if not found:
            return False
        names = guard['namespace_of'](cls)
        if not found[1]:
            return is_type_predicate(names.get(found[2]), a_module)
        module = names.get(found[1])
        return module is not None and module is guard['facades'].get(a_module.__name__) and is_type_predicate(a_module.__dict__.get(found[2]), a_module)

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
