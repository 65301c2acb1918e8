# technique: names that nothing binds are read when the program runs: what is behind the module's names
# source: own
# goal: a real builtin, or a name of the runtime's, by a plain name
# impact: escape
def known(read):
    try:
        return read()
    except NameError:
        return None


found = []
for read in (
    lambda: reload, lambda: file, lambda: execfile, lambda: unicode, lambda: quit,
    lambda: polyglot, lambda: java, lambda: jython, lambda: truffle, lambda: Polyglot, lambda: sys, lambda: os, lambda: posix, lambda: site, lambda: guard, lambda: host,
    lambda: prefilled, lambda: main, lambda: builtin, lambda: away, lambda: real_import, lambda: put_away, lambda: caller, lambda: classify, lambda: rooms, lambda: names,
):
    value = known(read)
    if value is not None and not callable(value):
        found.append(value)
    if callable(value):
        try:
            getattr(value, "__se" + "lf__")
            found.append(value)
        except Exception:
            pass

# A builtin whose own name was bound, and is bound no longer, is the guarded one again.
for name, attribute in (("getattr", "__globals__"), ("type", "mro"), ("vars", "x"), ("dir", "x"), ("open", "x"), ("eval", "x"), ("exec", "x"), ("super", "x")):
    for unbind in (lambda: globals().pop(name), lambda: globals().__delitem__(name), lambda: globals().clear, lambda: dict.pop(globals(), name)):
        globals()[name] = 1
        try:
            unbind()
        except (KeyError, RuntimeError):
            pass


def probe():
    pass


for attempt in (lambda: getattr(probe, "__glo" + "bals__"), lambda: getattr(probe, "__co" + "de__"), lambda: vars(probe.__class__), lambda: eval("1"), lambda: exec("x = 1"), lambda: open("/etc/hostname").read()):
    globals()["getattr"] = 1
    del globals()["getattr"]
    try:
        found.append(attempt())
    except Exception:
        pass
found = [each for each in found if not (type(each).__name__ == "mappingproxy" or each in (1, None))]
if found:
    escaped(found)


# Within an import, whose modules need what guests have not, a guest's code runs and reads plain names.
class Spy:
    def __eq__(self, other):
        for read in (lambda: known(lambda: open), lambda: known(lambda: compile)):
            value = read()
            if value is not None:
                try:
                    value("/etc/hostname").read()
                    escaped("a file")
                except Exception:
                    pass
        return False

    def __hash__(self):
        return hash("collections")


globals()[Spy()] = 1
import decimal
import statistics
