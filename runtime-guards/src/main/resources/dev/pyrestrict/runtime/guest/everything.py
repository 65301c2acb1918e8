# Trusted code, for the profile `everything` alone, which is for tests: every guard is called, and lets everything
# pass. What runs under it is confined by GraalPy's context and nothing else.
def everything(prefilled, build_class, real_import, own_import=None, own_import_from=None, is_own=lambda name: False):
    import builtins
    import sys

    builtins.__build_class__ = build_class
    builtins.__import__ = real_import

    def same(o, *_):
        """In place of the guards that give their object back, or refuse to."""
        return o

    def import_module(name, form='', *others, **keywords):
        if type(form) is not str or others or keywords:
            # The program's own call.
            return real_import(name, form or None, *others, **keywords)
        if is_own(name):
            return own_import(name, form)
        if form != 'as':
            return real_import(name)
        real_import(name)
        found = real_import(name.partition('.')[0])
        for part in name.split('.')[1:]:
            found = getattr(found, part)
        return found

    def import_from(name, level, member):
        if is_own(name):
            return own_import_from(name, level, member)
        module = real_import(name, None, None, (member,))
        try:
            return getattr(module, member)
        except AttributeError:
            pass
        try:
            return sys.modules[f'{name}.{member}']
        except KeyError:
            raise ImportError(f"cannot import name '{member}' from '{name}' ({getattr(module, '__file__', 'unknown location')})",
                              name=name, path=getattr(module, '__file__', None)) from None

    def names_here():
        """locals(), without what the rewriting holds: there a copy is no difference, for a function's are always one."""
        names = sys._getframe(2).f_locals
        if not isinstance(names, dict) or not any(is_held(name) for name in names):
            return names
        return {name: value for name, value in names.items() if not is_held(name)}

    def is_held(name):
        return type(name) is str and (name == '__held__' or name[:3] == '__t' and name[-2:] == '__' and name[3:-2].isdigit())

    prefilled.update({
        'locals': lambda: names_here(),
        'vars': lambda *objects: vars(*objects) if objects else names_here(),
        'dir': lambda *objects: dir(*objects) if objects else sorted(names_here().keys()),
        '_write_': same, '_define_': same, '_own_': same, '_catch_': same, '_match_class_': same,
        '__import__': import_module, '_import_from_': import_from, '_print_': print, '_range_': range,
    })
    return prefilled
