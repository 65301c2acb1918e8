"""Tests put others in the place of what the program has."""
import inspect
import io
import math
import sys
from unittest.mock import AsyncMock, MagicMock, Mock, patch


class Store:
    def load(self):
        return 'real'


def shown():
    return Store().load()


@patch('__main__.Store')
def test_store(store):
    store.return_value.load.return_value = 'mock'
    print(shown(), store.mock_calls)


test_store()
print(shown())
with patch('sys.stdout', new_callable=io.StringIO) as out:
    print('inside')
print(repr(out.getvalue()))
with patch('sys.argv', ['game', '--fast']):
    print(sys.argv)
with patch('__main__.LIMIT', 5, create=True):
    print(LIMIT)
for name in ('LIMIT', 'nothing.at_all'):
    try:
        if patch(f'__main__.{name}' if name == 'LIMIT' else name).start():
            print('started')
    except (AttributeError, ModuleNotFoundError) as error:
        print(type(error).__name__)
print(isinstance(Mock(spec=Store), Store), isinstance(Mock(), Store), isinstance(MagicMock(spec=Store()), (int, Store)), isinstance(3, int))
print(inspect.iscoroutinefunction(AsyncMock()), inspect.iscoroutinefunction(Mock()))
names = {name: value for name, value in vars(math).items() if not name.startswith('_')}
print(names['sqrt'](16), 'tau' in vars(math), inspect.ismodule(math), type(math))


class Lazy(type(math)):
    def __getattr__(self, name):
        return name.upper()


lazy = Lazy('lazy')
lazy.found = 1
print(lazy.found, lazy.missing)
del lazy.found
print(lazy.found)
