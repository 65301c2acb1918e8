# technique: an alias, or a bound, in a class is evaluated later and looks for names in the class first (PEP 695): there the guest has put names of guards and of inline caches
# source: PEP 695; reading pyrestrict
# goal: a private attribute that no guard has seen, which is a real module; the namespace that is handed to a guard
# impact: exec
import pathlib

path = pathlib.PurePosixPath('x')
handed = []


class Meta(type):
    def __new__(metacls, name, bases, namespace):
        namespace['_type_'] = lambda o: None
        return type.__new__(metacls, name, bases, namespace)


class Made(metaclass=Meta):
    type Alias = path._flavour


class Bound:
    def method[T: path._flavour](self):
        pass

    class Inner[T: path._flavour]:
        pass


class Generic:
    type Alias[T: path._flavour] = path._flavour


class Seen:
    type Alias = path._flavour


setattr(Bound, '_type_', lambda o: None)
Generic._type_ = lambda o: None
Seen._getattr_ = lambda *given: handed.append(given)

for evaluate in (
    lambda: Made.Alias.__value__,
    lambda: Bound.method.__type_params__[0].__bound__,
    lambda: Bound.Inner.__type_params__[0].__bound__,
    lambda: Generic.Alias.__value__,
    lambda: Generic.Alias.__type_params__[0].__bound__,
    lambda: Seen.Alias.__value__,
):
    try:
        found = evaluate()
    except AttributeError:
        continue
    if found is not None:
        escaped(found)
for given in handed:
    if type(given[0]) is not pathlib.PurePosixPath or len(given) > 2:
        escaped(given)
