# technique: __import__() with a name that is written out: in every place of an expression, for what may be missing, for parts of the library that no guest has
# source: own
# goal: a module of Python's own, the guard of imports itself, a form of it that asks for more
# impact: import
import functools
import typing


def attempt(function):
    try:
        return function()
    except Exception:
        return None


found = []
try:
    found.append(__import__('os'))
except ImportError as error:
    if error.path or error.__cause__ or getattr(error, 'obj', None):
        escaped(error)
# What may be missing is refused when it is run.
try:
    ways = [lambda: __import__('posix'), lambda: __import__('polyglot'), lambda: __import__('java'), lambda: __import__('__graalpython__'),
            lambda: __import__('builtins'), lambda: __import__('_imp'), lambda: __import__('importlib.machinery'), lambda: __import__('os.path'),
            lambda: __import__('_io_text'), lambda: __import__('_re_scanner'), lambda: __import__('json.decoder.scanner'), lambda: __import__('re._parser')]
except ImportError:
    pass
for way in ways:
    try:
        found.append(way())
    except ModuleNotFoundError:
        pass
try:
    found.append(__import__('collections.abc').abc.sys)
except (ImportError, AttributeError):
    pass
if found:
    escaped(found)


class Named:
    kept = __import__('json')

    @functools.cached_property
    def late(self):
        return __import__('textwrap')

    def __getattr__(self, name):
        return __import__('json')


def annotated(o: '__import__("os")', p: '__import__("json").codecs' = None) -> '__import__("json", globals())':
    pass


for hints in (lambda: typing.get_type_hints(annotated), lambda: typing.get_type_hints(annotated, {'__import__': print}), lambda: typing.ForwardRef('__import__("os")')):
    made = attempt(hints)
    if isinstance(made, dict) and made:
        escaped(made)
for module in (Named.kept, Named().late, Named().anything, __import__('string'), __import__('sys')):
    for name in ('__loader__', '__spec__', '__builtins__', '__path__', '__file__', '_getattr_', 'codecs', 'modules', '_os', 'os', '_guest_', '_library_', '_re'):
        value = attempt(lambda: getattr(module, name))
        if value is not None:
            escaped((module, name))
    for name, value in vars(module).items():
        if type(value) is type(module) and name not in ('abc', 'mock') or name[:1] == '_' and name not in ('__name__', '__doc__', '__loader__', '__spec__', '__package__', '__all__', '__version__', '__author__', '__stdin__', '__stdout__', '__stderr__'):
            escaped((module, name, value))
    attempt(lambda: vars(module).update(json=1))
    attempt(lambda: setattr(module, 'marker', 1))
    attempt(lambda: delattr(module, '__name__'))
    if 'marker' in vars(module) or vars(module) is vars(module) or not vars(module)['__name__']:
        escaped(vars(module))
for name in ('__import__', '_import_from_', '_import_star_'):
    if attempt(lambda: globals()[name]) or attempt(lambda: vars()[name]) or name in dir():
        escaped(name)
