# technique: patch() of unittest.mock and dictConfig() put names into modules and look modules up by text
# source: red team of unittest.mock, facades.replace_member
# goal: a guard replaced, a class of the guest's that is taken for the library's, a module that the policy refuses
# impact: escape
import collections
import json
import logging.config
from unittest.mock import patch

got = []


def attempt(what, action):
    try:
        got.append((what, action()))
    except Exception:
        pass


seen = []


def spy(*arguments, **keywords):
    seen.append((arguments, keywords))
    return None


for place in ('__main__', 'builtins', 'json', 'sys', 'collections'):
    for name in ('_getattr_', '_write_', '_getitem_', '_getiter_', '_apply_', '_guest_', '_library_', '__builtins__', '__import__', '_import_from_',
                 '__class__', '__dict__', '__name__', '__spec__', '__loader__', '__build_class__', 'eval', 'exec', '__graalpython__', '_print_', '_catch_'):
        def put():
            patch(f'{place}.{name}', spy, create=True).start()
            return place

        if name in ('eval', 'exec') and place == '__main__':
            continue
        attempt(f'{place}.{name}', put)


class Name(str):
    """A text that is another one when it is asked for a second time."""
    def rsplit(self, *_):
        return ['__main__', Name('_getattr_')]


attempt('a name of a class derived from str', lambda: patch(Name('json.loads'), spy, create=True).start())


class JSONDecoder(json.JSONDecoder):
    """Named like the library's, and put where the library's is found."""
    __module__ = 'json'


JSONDecoder.__name__ = 'JSONDecoder'
attempt('a class in the place of the library\'s', lambda: patch('json.JSONDecoder', JSONDecoder).start())
attempt('a name that the library\'s module has not', lambda: patch('json.other', spy, create=True).start())
for target in ('os.system', 'builtins.eval', 'subprocess.run', 'polyglot.eval', 'java.type', 'importlib.import_module', 'json.decoder.scanner', 'json.sys',
               'logging.os', 'collections._sys', 'unittest.mock.replace_member', 'unittest.mock.module_named', 'unittest.mock.main_names',
               'logging.config.module_named', 'logging.config.main_names'):
    attempt(target, lambda: patch(target).start())
for name in ('os.system', 'subprocess.Popen', 'ext://sys.modules', 'builtins.eval', 'logging.os', 'logging.sys', '__main__._getattr_', '__main__.__builtins__'):
    logging.config.dictConfig({'version': 1})
    attempt(name, lambda: logging.config.dictConfig({'version': 1, 'handlers': {'h': {'()': name}}}) or name)
# What the guards do is as before.
attempt('by getattr', lambda: getattr(spy, '__globals__'))
attempt('subclasses', lambda: getattr(object, '__subclasses__')())
if got:
    escaped(got)
# And what was there is there again.
with patch('json.loads', return_value=5), patch('builtins.print') as shown, patch('collections.OrderedDict', spy):
    assert json.loads('1') == 5
    print('x')
assert json.loads('1') == 1 and collections.OrderedDict(a=1)['a'] == 1 and len(shown.mock_calls) == 1
