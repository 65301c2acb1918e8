# What globals() gives writes to the module: the names of guards, and what stands behind a module, are not among what it writes.
own = globals()
kind = type(own)


def forged(*arguments):
    escaped("a guard was replaced")


class Name:
    """Equal to every text."""

    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        return True


class Text(str):
    pass


guards = ["_print_", "_getattr_", "_write_", "_caught_", "_guest_", "_library_", "_import_", "_plain_", "_globals_", "__builtins__", "__loader__", "__spec__", "__file__"]
for name in guards + [Name("_print_"), Name("harmless")] + [str.__new__(Text, "_getattr_")]:
    for way in (lambda: own.__setitem__(name, forged), lambda: own.update({name: forged}), lambda: own.setdefault(name, forged), lambda: kind.__setitem__(own, name, forged),
                lambda: dict.__setitem__(own, name, forged), lambda: own.__ior__({name: forged}), lambda: vars().update({name: forged}), lambda: own.pop(name, None)):
        try:
            way()
        except (KeyError, TypeError, AttributeError, RuntimeError):
            pass
print("printed as before")
own["__builtins__"] = {"print": forged}
print("printed as before")
try:
    exec("print('executed')", own)
except Exception as e:
    print(type(e).__name__)
for name in guards:
    if name in own and own[name] is not forged and name.startswith("_g"):
        escaped(name)


class Other(kind):
    """Objects of a guest's own class, and dictionaries of others, stand for no module."""


for names in (Other(own), Other(), kind(), kind(own), {}):
    for method in ("update", "__setitem__", "setdefault", "pop", "popitem", "clear", "keys", "get"):
        try:
            getattr(kind, method)(names, "forged_name", forged)
        except Exception:
            pass
try:
    forged_name
    escaped("a dictionary of another was written to the module")
except NameError:
    pass
for attempt in (lambda: setattr(kind, "__getitem__", forged), lambda: setattr(kind, "pop", forged), lambda: getattr(kind.update, "__glob" + "als__"), lambda: getattr(kind.update, "__clo" + "sure__"),
                lambda: getattr(own, "__reduce" + "_ex__")(4), lambda: getattr(kind.update, "__co" + "de__")):
    try:
        found = attempt()
        if isinstance(found, dict) and "given" in found:
            escaped("names of trusted code")
    except Exception:
        pass
own.clear()
print("printed as before")
globals().clear()
exec("print(len('abc'))", globals())
