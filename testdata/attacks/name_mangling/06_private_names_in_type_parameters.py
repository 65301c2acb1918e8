# technique: a private name in a type parameter carries the class in which it stands for GraalPy, but not for a guard: an inline cache then reads another name than the guard has seen
# source: PEP 695; GraalPy's compiler
# goal: a private member of a library's class, by way of a class that is derived from it
# impact: policy
import collections


class Derived(collections.UserDict):
    pass


class Base:
    pass


derived = Derived()
setattr(derived, '__marker', None)


def bound():
    class MutableMapping[T: derived.__marker]:
        pass

    return MutableMapping.__type_params__[0].__bound__


def base():
    found = []

    def take(value):
        found.append(value)
        return Base

    class MutableMapping[T](take(derived.__marker)):
        pass

    return found[0]


for attempt in (bound, base):
    for _ in range(3):
        try:
            found = attempt()
        except AttributeError:
            continue
        if found is not None:
            escaped(found)
