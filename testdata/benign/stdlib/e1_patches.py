"""A store that is replaced, for a time, while a service is tested."""
import asyncio
import unittest
from unittest import mock
from unittest.mock import AsyncMock, MagicMock, Mock, create_autospec, mock_open, patch


class Store:
    limit = 3

    def load(self, key, default=None):
        raise RuntimeError('no store here')

    def save(self, key, value):
        raise RuntimeError('no store here')

    @property
    def size(self):
        return 0

    @classmethod
    def open(cls, name):
        return cls()


class Service:
    def __init__(self, store, mailer):
        self.store, self.mailer = store, mailer

    def register(self, name):
        if self.store.load(name):
            raise KeyError(name)
        self.store.save(name, {'name': name})
        self.mailer.send(name, subject='welcome')
        return len(self.store.load('all'))


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return f'{type(e).__name__}: {e}'


with patch.object(Store, 'load', return_value='patched') as load:
    print(Store().load('k'), load.call_args_list)
print(attempt(Store().load, 'k'))
with patch.object(Store, 'limit', 10), patch.object(Store, 'size', new_callable=mock.PropertyMock, return_value=5):
    print(Store.limit, Store().size)
print(Store.limit, Store().size)


@patch.object(Store, 'save')
@patch.object(Store, 'load', autospec=True)
def both(load, save):
    load.return_value = []
    store = Store()
    print(store.save(1, 2) is save.return_value, load is Store.load, save is Store.save)


both()
with patch.multiple(Store, load=mock.DEFAULT, limit=9) as made:
    print(sorted(made), Store.limit)
settings = {'a': 1}
with patch.dict(settings, {'b': 2}, c=3):
    print(settings)
with patch.dict(settings, clear=True):
    print(settings)
print(settings, attempt(lambda: patch.object(Store, 'nothing').start()), attempt(lambda: patch.object('Store', 'load')))
started = patch.object(Service, 'register', lambda self, name: name.upper())
started.start()
print(Service(1, 2).register('x'))
patch.stopall()
print(attempt(Service(Mock(**{'load.return_value': 'y'}), 2).register, 'x'))

spec = create_autospec(Store)
print(attempt(spec.return_value.load), attempt(spec.return_value.load, 1, 2, 3), attempt(spec().save, 'k', 'v') is spec().save.return_value)
checked = create_autospec(lambda a, b=1: None, return_value='called')
print(checked(1), attempt(checked), checked.call_args)
opened = mock_open(read_data='one\ntwo\n')
with opened('name') as file:
    print(file.readline(), [line for line in file])
opened.assert_called_once_with('name')
print(opened().read())


# --- awaited
async def awaited():
    fetch = AsyncMock(return_value={'id': 1})
    print(await fetch('/x'), fetch.await_count)
    fetch.assert_awaited_once_with('/x')
    fetch.side_effect = ValueError('down')
    try:
        await fetch('/y')
    except ValueError as e:
        print(e)
    async with MagicMock() as entered:
        print(type(entered).__name__)
    stream = MagicMock()
    stream.__aiter__.return_value = [1, 2]
    print([item async for item in stream])
asyncio.run(awaited())


class TestService(unittest.TestCase):
    def setUp(self):
        patcher = patch.object(Store, 'load', side_effect=[None, [1, 2, 3]])
        self.load = patcher.start()
        self.addCleanup(patcher.stop)

    @patch.object(Store, 'save')
    def test_register(self, save):
        mailer = MagicMock()
        self.assertEqual(Service(Store(), mailer).register('ada'), 3)
        save.assert_called_once_with('ada', {'name': 'ada'})
        mailer.send.assert_called_once()


result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromTestCase(TestService).run(result)
print(result.testsRun, result.wasSuccessful(), attempt(Store().load, 1))
