# technique: a subclass of str lies about what it begins with
# source: https://github.com/zopefoundation/RestrictedPython/pull/282
# goal: an attribute whose name is refused
# impact: introspect
class Name(str):
    def startswith(self, *prefixes):
        return False

    def endswith(self, *suffixes):
        return False

    def __getitem__(self, i):
        return 'r'

    def __contains__(self, part):
        return False


def f():
    pass


found = []
for name in ('__globals__', '__code__', '__subclasses__'):
    for o in (f, object, type):
        for read in (
            lambda: getattr(o, Name(name)),
            lambda: hasattr(o, Name(name)) and found.append(name),
            lambda: object.__getattribute__(o, Name(name)),
        ):
            try:
                found.append(read())
            except (AttributeError, TypeError):
                pass
if [o for o in found if o not in (None, False)]:
    ESCAPED = found
