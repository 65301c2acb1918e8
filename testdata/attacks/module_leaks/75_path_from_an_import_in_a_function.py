# technique: a function of the library that imports a name when it is called, called in the middle of that module's import: the name is not there yet
# source: own; Lib/typing.py, _lazy_load_getattr_static(); the cache of re compares a key of the guest's while inspect is imported
# goal: the module's file, with a directory of the server's and the user who runs it, in what the statement raises
# impact: read
import re
import typing

PATTERN = r'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)'
said = []


@typing.runtime_checkable
class Closes(typing.Protocol):
    def close(self): ...


class Meta(type):
    def __hash__(cls):
        return hash(str)

    def __eq__(cls, other):
        try:
            isinstance(1, Closes)
        except ImportError as error:
            said.extend([str(error), repr(error), *error.args, error.msg, error.path, error.name])
        return False


class Text(str, metaclass=Meta):
    pass


class Manager:
    """What comes here has not been put in order by except."""

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if error is not None:
            said.extend([*error.args, getattr(error, 'path', None)])
        return True


for flags in (re.ASCII, re.ASCII.value, 0):
    re.compile(Text(PATTERN), flags)
with Manager():
    isinstance(1, Closes)
for text in said:
    if text is not None and '/' in text:
        escaped(text)
