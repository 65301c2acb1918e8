# technique: exec with dictionaries and mappings that hold names of guards, under many disguises
# source: RestrictedPython's guards are names of the namespace; so are these
# goal: text that is run with a guard of the guest's own
# impact: guard
# needs: rewriter
def evil(*arguments, **keywords):
    escaped('a guard of the guest was called')


class Name(str):
    pass


class Mapping(dict):
    def __missing__(self, key):
        return evil

    def __getitem__(self, key):
        return evil


class Keys:
    def keys(self):
        return [Name('_getattr_'), '_getitem_', '__import__', '_write_', 'a']

    def __getitem__(self, key):
        return evil if key != 'a' else 1j

    def __setitem__(self, key, value):
        pass

    def __delitem__(self, key):
        pass


guards = ('_getattr_', '_getitem_', '_write_', '_getiter_', '_print_', '_apply_', '_inplacevar_', '__import__', '_import_from_',
          '_import_star_', '_builtin_', '__build_class__', '__builtins__', '_guest_', '_plain_')
named = {name: evil for name in guards}
text = 'x = a.real\na.__doc__\n[i for i in (1, 2)]\nimport math\nclass C: pass\ny = a * a\nprint()'
for first, second in (
    ({'a': 1j, **named}, None), ({'a': 1j}, {**named}), (Mapping(a=1j, **named), None), ({'a': 1j}, Mapping(**named)),
    ({'a': 1j}, Keys()), ({'a': 1j, Name('_getattr_'): evil, Name('__import__'): evil}, None),
):
    try:
        exec(text, first, second)
    except (TypeError, NameError, AttributeError):
        pass
for name in guards:
    for form in ('{} = evil', 'def {}(*a): evil()', 'for {} in [evil]: pass', 'import math as {}', 'global {}', '[{} := evil]',
                 'class {}: pass', 'with evil as {}: pass', 'def f({}=evil): a.real', 'lambda {}=evil: a.real', 'del {}', '{}', 'x = {}'):
        try:
            exec(form.format(name), {'evil': evil})
        except SyntaxError:
            continue
        except Exception:
            pass
        if not (name == '__import__' and form == 'x'):
            escaped(form.format(name))
namespace = {}
exec('def look():\n    return globals(), locals(), dir()', namespace)
for found in namespace['look']():
    if any(name in found for name in guards) or 'sys' in found:
        escaped(sorted(found))
if any(name in namespace for name in guards):
    escaped(sorted(namespace))
