"""Tests of a game put others in the place of what modules have: the program's own, the library's, builtins."""
import datetime
import inspect
import io
import math
import random
import sys
import time
from unittest import mock
from unittest.mock import AsyncMock, MagicMock, Mock, patch


class Store:
    def load(self):
        return 'real'


def shown():
    return Store().load()


def roll():
    return random.randint(1, 6) + random.randint(1, 6)


def waited():
    time.sleep(1000)
    return datetime.date.today()


@patch('__main__.Store')
def test_store(store):
    store.return_value.load.return_value = 'mock'
    print(shown(), store.mock_calls)


@patch('random.randint', side_effect=[6, 5])
def test_roll(randint):
    print(roll(), randint.call_args_list)


test_store()
test_roll()
print(shown(), 2 <= roll() <= 12)
with patch('time.sleep') as sleep, patch('datetime.date') as date:
    date.today.return_value = 'a day'
    print(waited(), sleep.mock_calls)
with patch.object(math, 'sqrt', lambda x: 'root'), patch.multiple('math', pi=3, e=2):
    print(math.sqrt(4), math.pi, math.e)
print(math.sqrt(4), round(math.pi, 3))
with patch('sys.stdout', new_callable=io.StringIO) as out:
    print('inside')
print(repr(out.getvalue()))
with patch('builtins.print') as printed:
    print('x', end='')
printed.assert_called_once_with('x', end='')
with patch('builtins.input', return_value='42'), patch('builtins.open', mock.mock_open(read_data='a\nb')):
    with open('names.txt') as file:
        print(input('? '), file.read())
with patch('sys.argv', ['game', '--fast']):
    print(sys.argv)
with patch('__main__.LIMIT', 5, create=True):
    print(LIMIT)
for name in ('LIMIT', 'math.nothing', 'nothing.at_all'):
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
