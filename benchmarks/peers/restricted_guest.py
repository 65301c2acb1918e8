"""Runs a program for a tenth of a second for each line it reads: CPython with RestrictedPython's shipped guards."""
import builtins
import sys

try:
    from RestrictedPython import compile_restricted, limited_builtins, safe_builtins, utility_builtins
    from RestrictedPython.Eval import default_guarded_getitem, default_guarded_getiter
    from RestrictedPython.Guards import full_write_guard, guarded_iter_unpack_sequence, guarded_unpack_sequence, safer_getattr
    from RestrictedPython.transformer import RestrictingNodeTransformer
except ImportError:
    print('absent', flush=True)
    sys.exit(0)


def inplace(operator, a, b):
    import operator as functions
    return {'+=': functions.iadd, '-=': functions.isub, '*=': functions.imul, '/=': functions.itruediv,
            '//=': functions.ifloordiv, '%=': functions.imod, '**=': functions.ipow, '|=': functions.ior,
            '&=': functions.iand, '^=': functions.ixor, '<<=': functions.ilshift, '>>=': functions.irshift}[operator](a, b)


names = {name: getattr(builtins, name) for name in dir(builtins) if not name.startswith('_')}
program = {
    '__name__': 'program', '__metaclass__': type,
    '__builtins__': {**names, **safe_builtins, **limited_builtins, **utility_builtins, 'list': list, 'tuple': tuple,
                     'range': range, '__import__': __import__, '__build_class__': builtins.__build_class__},
    '_getattr_': safer_getattr, '_getitem_': default_guarded_getitem, '_getiter_': default_guarded_getiter,
    '_write_': full_write_guard, '_iter_unpack_sequence_': guarded_iter_unpack_sequence,
    '_unpack_sequence_': guarded_unpack_sequence, '_inplacevar_': inplace,
    '_apply_': lambda function, *args, **kwargs: function(*args, **kwargs),
}
try:
    for file in sys.argv[1:]:
        exec(compile_restricted(open(file).read(), file, 'exec'), program)
    program['benchmark']()
except Exception:
    print('refused', flush=True)
    sys.exit(0)
print('ready', flush=True)
for _ in sys.stdin:
    print(program['turn'](0.1), flush=True)
