"""What stands for a mailer and a store while a service is tested."""
from unittest import mock
from unittest.mock import ANY, MagicMock, Mock, call, sentinel


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


# --- what a mock notes
store, mailer = Mock(), Mock(name='mailer')
store.load.side_effect = lambda key: [1, 2] if key == 'all' else None
print(Service(store, mailer).register('ada'))
store.save.assert_called_once_with('ada', {'name': 'ada'})
mailer.send.assert_called_once_with('ada', subject=ANY)
print(store.mock_calls, store.method_calls == store.mock_calls, mailer.send.call_args, mailer.send.call_args.args, mailer.send.call_args.kwargs)
print(store.load.call_count, store.load.call_args_list == [call('ada'), call('all')], store.load.called, store.delete.called)
store.load.assert_has_calls([call('ada'), call('all')])
store.load.assert_any_call('all')
store.delete.assert_not_called()
for wrong in (lambda: mailer.send.assert_called_with('bob'), lambda: store.delete.assert_called(), lambda: store.load.assert_called_once(), lambda: mailer.send.assert_not_called(),
              lambda: store.load.assert_any_call('bob'), lambda: store.load.assert_has_calls([call('all'), call('ada')]), lambda: store.load.assert_called_once_with('ada'),
              lambda: store.delete.assert_called_with(1), lambda: store.assert_called_oncee, lambda: store.called_once):
    print(attempt(wrong))
store.reset_mock()
print(store.load.call_count, store.mock_calls)

# --- what it answers
m = Mock(return_value=3, side_effect=None, **{'child.method.return_value': 4, 'level': 'high'})
print(m(1), m.child.method(), m.level, m.other is m.other, m.return_value)
m.side_effect = [1, ValueError('second'), mock.DEFAULT]
print([attempt(m) for _ in range(4)])
m.side_effect = KeyError('always')
print(attempt(m), repr(sentinel.nothing), sentinel.nothing is sentinel.nothing)
real = Mock(wraps=Service(Mock(**{'load.return_value': ''}), Mock()))
print(real.register('eve'), real.register.call_args)
print(attempt(lambda: Mock(spec=Store).missing), attempt(lambda: Mock(spec=['a', 'b']).c), attempt(setattr, Mock(spec_set=Store), 'more', 1))
print(attempt(Mock(spec=Store).load.assert_called_once_with), repr(Mock(spec=Store)).split(' id=')[0], repr(MagicMock(name='m').a.b()).split(' id=')[0])

# --- special methods
magic = MagicMock()
magic.__len__.return_value = 2
magic.__getitem__.side_effect = lambda key: key * 2
magic.__iter__.return_value = iter('xyz')
print(len(magic), magic['a'], list(magic), 'q' in magic, int(magic), bool(magic), magic == magic, magic == 1, magic < magic if False else None)
with magic as entered:
    entered.work(1)
magic.__enter__.assert_called_once_with()
print(magic.mock_calls[-3:])
plain = Mock()
plain.__len__ = lambda self: 7
plain.__str__ = Mock(return_value='shown')
print(len(plain), str(plain), attempt(lambda: len(Mock())), hasattr(Mock(), '__len__'), hasattr(MagicMock(), '__len__'))
print(hasattr(MagicMock(spec=Store), '__len__'), hasattr(MagicMock(spec=dict), '__len__'))

# --- calls
chain = MagicMock()
chain.connect('db').cursor().execute('select', 1)
print(chain.mock_calls, chain.mock_calls == call.connect('db').cursor().execute('select', 1).call_list())
print(call(1, a=2), call.f(1), call(1) == call(1), call(1) == ((1,),), call.f(1) == ('f', (1,)), call(ANY) == call('x'), [call(1)] in chain.mock_calls)
manager = Mock()
first, second = Mock(), Mock()
manager.attach_mock(first, 'one')
manager.attach_mock(second, 'two')
second(2), first(1)
print(manager.mock_calls)
