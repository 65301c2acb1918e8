# unittest.mock, of what is a program's own, of modules and of builtins.
import unittest
from unittest import mock
from unittest.mock import Mock, MagicMock, patch, call, ANY, sentinel, PropertyMock, create_autospec, mock_open, AsyncMock, DEFAULT, seal
import random, time, io, sys, asyncio, json

def report(label, f):
    try:
        print(label, f())
    except BaseException as e:
        print(label, type(e).__name__, e)

class Service:
    limit = 3
    def __init__(self, url): self.url = url
    def fetch(self, key, *, retry=False): return f'{self.url}/{key}'
    async def afetch(self, key): return key

def helper(x): return x * 2
def use(x): return helper(x) + 1
def roll(): return random.randint(1, 6)
def ask():
    name = input('name? ')
    print('hello', name)
    return name
def load(path):
    with open(path) as f:
        return f.read()
def lines(path):
    with open(path) as f:
        return [l.strip() for l in f]

m = Mock()
m.method.return_value = 5
print(m.method(1, a=2), m.method.called, m.method.call_count, m.method.call_args, m.mock_calls)
m.method.assert_called_once_with(1, a=2)
report('wrong', lambda: m.method.assert_called_once_with(2))
report('none', lambda: m.other.assert_called())
m.other(); m.other(3)
report('twice', lambda: m.other.assert_called_once())
print(m.mock_calls == [call.method(1, a=2), call.other(), call.other(3)], m.method_calls)
m.reset_mock(); print(m.mock_calls)
s = Mock(side_effect=[1, 2, ValueError('x')])
print(s(), s()); report('effect', s); report('end', s)
s = Mock(side_effect=lambda x: x + 1); print(s(2))
s = Mock(side_effect=KeyError('k')); report('raise', s)
mm = MagicMock()
mm.__len__.return_value = 4
mm.__getitem__.side_effect = lambda k: k * 2
print(len(mm), mm[4], bool(mm), int(mm), list(mm), 3 in mm)
with mm as inner: print(inner is mm.__enter__.return_value)
mm.__iter__.return_value = [1, 2]; print(list(mm))
mm.__str__.return_value = 'text'; print(str(mm), f'{mm}')
mm.__eq__.return_value = True; print(mm == 3)
print(mm.__getitem__.mock_calls)
sp = Mock(spec=Service)
report('spec', lambda: sp.nothing)
sp.fetch(1, retry=True); print(sp.fetch.call_args.args, sp.fetch.call_args.kwargs, sp.fetch.call_args[0])
a = create_autospec(Service)
i = a('u'); i.fetch.return_value = 'r'
print(i.fetch('k')); report('sig', lambda: i.fetch()); report('ctor', lambda: a())
f = create_autospec(helper, return_value=9); print(f(1)); report('fsig', lambda: f(1, 2)); f.assert_called_with(1)
with patch('__main__.helper', return_value=10) as h:
    print(use(1), h.call_args_list)
print(use(1))
with patch.object(Service, 'fetch', return_value='patched') as p:
    print(Service('x').fetch(1)); p.assert_called_once_with(1)
print(Service('x').fetch(1))
with patch.object(Service, 'fetch', autospec=True) as p:
    sv = Service('x'); sv.fetch(2); p.assert_called_once_with(sv, 2)
d = {'a': 1}
with patch.dict(d, {'b': 2}): print(d)
with patch.dict(d, clear=True, c=3): print(d)
print(d)
with patch('random.randint', return_value=4): print(roll(), roll())
print(1 <= roll() <= 6)
with patch('time.sleep') as sl: time.sleep(100); print(sl.mock_calls)
with patch('builtins.input', side_effect=['Ann', 'Bob']), patch('builtins.print') as pr:
    ask(); ask()
print(pr.mock_calls)
with patch('builtins.open', mock_open(read_data='a\nb\n')) as o:
    print(repr(load('f.txt')), lines('g.txt')); print(o.mock_calls[0])
with patch('sys.stdout', new_callable=io.StringIO) as out:
    print('hidden')
print(out.getvalue())
class T(unittest.TestCase):
    def setUp(self):
        patcher = patch.object(Service, 'limit', 7); patcher.start(); self.addCleanup(patcher.stop)
    @patch('__main__.helper')
    def test_one(self, h):
        h.return_value = 1
        self.assertEqual(use(5), 2); self.assertEqual(Service.limit, 7)
    @patch.object(Service, 'fetch', side_effect=OSError('down'))
    @patch('random.random', return_value=0.5)
    def test_two(self, r, fetch):
        self.assertEqual(random.random(), .5)
        with self.assertRaises(OSError): Service('').fetch('')
        fetch.assert_called_once_with('')
result = unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(T))
print(result.testsRun, result.wasSuccessful(), Service.limit)
with patch.object(Service, 'url', new_callable=PropertyMock, create=True) as pm:
    pm.return_value = 'p'; s = Service.__new__(Service); print(s.url)
am = AsyncMock(return_value=3)
async def main():
    print(await am(1)); am.assert_awaited_once_with(1)
    with patch.object(Service, 'afetch', return_value='A') as p: print(await Service('').afetch(1), type(p).__name__)
    ctx = MagicMock(); ctx.__aenter__.return_value = 'in'
    async with ctx as v: print(v)
    it = MagicMock(); it.__aiter__.return_value = [1, 2]
    print([x async for x in it])
asyncio.run(main())
print(call(1, 2), call.a.b(3), call(1) == call(1), ANY == 5, sentinel.x, sentinel.x is sentinel.x, [call(1), call(2)])
mm = Mock(); mm(1); mm(2); mm.assert_has_calls([call(1), call(2)]); mm.assert_any_call(1); report('has', lambda: mm.assert_has_calls([call(3)]))
report('typo', lambda: mm.asert_called)
mm = Mock(**{'a.b.return_value': 3}); print(mm.a.b())
mm.configure_mock(x=5); print(mm.x)
seal(mm); report('seal', lambda: mm.q)
report('attr', lambda: patch.object(Service, 'nope').start())
parent = Mock(); child = Mock(); parent.attach_mock(child, 'kid'); parent.kid(3); print(parent.mock_calls)
w = Mock(wraps=helper); print(w(4), w.mock_calls)
with patch.multiple(Service, limit=9, fetch=DEFAULT) as v: print(Service.limit, list(v))
print(hasattr(mm, 'x'), hasattr(Mock(spec=['a']), 'b'))
mm = Mock(name='named'); print(str(mm)[:18], str(mm.foo())[:25])
@patch('__main__.helper', lambda x: 0)
def deco(): return use(1)
print(deco())
print(isinstance(Mock(), Mock), isinstance(MagicMock(), Mock), callable(Mock()))
m = MagicMock(); m.name = 'n'; m['k'] = 1; print(m.mock_calls, m.__setitem__.call_args)
print(m + 1 is not None, m * 2 is not None, 2 ** m is not None)
with patch('sys.argv', ['prog', '-x']) as argv:
    print(argv, sys.argv)
m2 = Mock(); m2.__len__ = Mock(return_value=2); print(len(m2))
m2.__enter__ = Mock(return_value=5); m2.__exit__ = Mock(return_value=False)
with m2 as q: print(q)
del m2.foo; print(hasattr(m2, 'foo'))
