# technique: more dictionaries than the runtime keeps namespaces for: code of the first then counts as the library's own
# source: red team of the merged tree, texts.space_of
# goal: a class body whose metaclass prepares a namespace of its own, in which guards are the guest's functions
# impact: guard
import string

space = {}
exec('''
import string
import types


class Answering(dict):
    def __getitem__(self, name):
        if name in ('_write_', '_getattr_', '_define_'):
            return lambda o, *more: o
        return dict.__getitem__(self, name)


def made():
    class X(metaclass=types.SimpleNamespace(**{'__prepare__': lambda name, bases: Answering()})):
        string.Formatter.parse = 'changed'
''', space)
for _ in range(300):
    exec('1', {})
try:
    space['made']()
except TypeError:
    pass
if string.Formatter.parse == 'changed':
    ESCAPED = string.Formatter
