"""Small things that programs ask the library for, as CPython answers them."""
import abc
import codecs
import configparser
import functools
import inspect
import pprint
import sys
import types
from types import SimpleNamespace


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f'{type(e).__name__}: {e}'


# --- a namespace shows its attributes in the order in which it got them
user = SimpleNamespace(name='ada', age=36, city='London')
user.active = True
user.age = 37
print(user, repr(user), f'{user}', [user])
print(user == SimpleNamespace(active=True, age=37, city='London', name='ada'), user != SimpleNamespace(), user == 1)
user.self = user
print(user)
del user.self


class Options(SimpleNamespace):
    def shout(self):
        return self.word.upper()


print(Options(word='hi', b=1, a=2), Options(word='hi').shout(), isinstance(Options(), types.SimpleNamespace), type(user) is SimpleNamespace, type(user))
print(SimpleNamespace(), vars(SimpleNamespace(z=1, a=2)), attempt(hash, user)[:26], SimpleNamespace(inner=SimpleNamespace(y=1, x=2)))
pprint.pprint(SimpleNamespace(title='a rather long title that takes room', author='somebody with a long name', year=1999))
pprint.pprint(Options(title='a rather long title that takes room', author='somebody with a long name', year=1999))


# --- methods chosen by the type of an argument keep their names, and can be abstract
class Shower(abc.ABC):
    @functools.singledispatchmethod
    def show(self, value: object) -> str:
        """Shows it."""
        return f'something {value}'

    @show.register
    def _(self, value: int):
        return f'number {value}'

    @functools.singledispatchmethod
    @abc.abstractmethod
    def needed(self, value):
        pass


class Full(Shower):
    def needed(self, value):
        return value


print(attempt(Shower).split(' without')[0], Full().show(1), Full().show('x'), Full().show.__name__, Full().show.__doc__)
print(Shower.show.__name__, Shower.__dict__['needed'].__isabstractmethod__, Shower.__dict__['show'].__isabstractmethod__)


# --- interpolation of one's own
class Upper(configparser.Interpolation):
    def before_get(self, parser, section, option, value, defaults):
        return value.upper()


parser = configparser.ConfigParser(interpolation=Upper())
parser.read_string('[a]\nb = c%d\n')
print(parser['a']['b'], parser.get('a', 'b', raw=True))

# --- names of encodings
for name in ('UTF8', 'utf_8', 'latin-1', 'ISO-8859-1', 'ascii', 'US-ASCII', 'cp1252', 'utf-16', 'U8', 'L1', 'unicode_escape', 'euc-jp', 'shift_jis', 'koi8_r', 'rot13', 'hex', 'nothing at all'):
    print(name, attempt(lambda: codecs.lookup(name).name))
codec = codecs.lookup('utf-8')
print(codec.encode('é'), codec.decode(b'\xc3\xa9'), attempt(codec.decode, b'\xff'), codec.decode(b'\xff', 'replace'))

# --- about the interpreter
print(sys.flags.optimize, sys.flags.debug, sys.flags.utf8_mode, sys.flags.dev_mode, sys.prefix == sys.base_prefix, sys.exec_prefix == sys.base_exec_prefix)
print(inspect.ismethodwrapper('a'.__str__), inspect.ismethodwrapper('a'.upper), inspect.ismethodwrapper(print))
