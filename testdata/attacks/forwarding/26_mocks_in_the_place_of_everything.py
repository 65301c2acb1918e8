# technique: a MagicMock, which answers whatever it is asked, as class, base, metaclass, key, name, index, format and exception, in the hands of trusted code
# source: own
# goal: what trusted code believes of an answer, an object of the library's among the answers
# impact: guard
import collections
import copy
import functools
import json
import operator
import string
from unittest import mock


def attempt(function):
    try:
        return function()
    except Exception as error:
        return str(error)


m = mock.MagicMock()
for function in (
        lambda: sum([m]), lambda: list(m), lambda: -m, lambda: m @ 1, lambda: [1, 2][m], lambda: {m: 1}[m], lambda: f'{m}', lambda: '{:{}}'.format(m, m), lambda: '{0.a[b]}'.format(m),
        lambda: string.Formatter().vformat('{a.b}', (), m), lambda: isinstance(1, m), lambda: issubclass(int, m), lambda: getattr(m, m), lambda: setattr(m, m, m), lambda: getattr(json, m),
        lambda: type('A', (m,), {}), lambda: type('A', (), m), lambda: type(m, (), {}), lambda: int(m), lambda: range(m), lambda: sorted([m, m]), lambda: max(m, m), lambda: dict(m), lambda: dict(**m),
        lambda: print(*m, file=m), lambda: print(1, sep=m), lambda: operator.attrgetter(m)(m), lambda: operator.methodcaller(m)(m), lambda: functools.reduce(m, [m, m]), lambda: functools.partial(m, m)(m),
        lambda: functools.wraps(m)(m), lambda: functools.singledispatch(m)(m), lambda: copy.copy(m), lambda: copy.deepcopy(m), lambda: json.dumps(m), lambda: json.dumps(1, default=m, cls=m),
        lambda: json.loads(m), lambda: collections.namedtuple(m, m), lambda: collections.Counter(m), lambda: collections.ChainMap(m)[m], lambda: vars(m)['_mock_children'],
        lambda: m.__class__, lambda: m.__dict__['_mock_methods'], lambda: mock.create_autospec(m), lambda: mock.patch(m), lambda: mock.patch.dict(m, m).start(), lambda: mock.seal(m)):
    text = str(attempt(function))
    for word in ('_guest_', 'judged_', 'java.', 'com.oracle', 'org.graalvm', 'dev.pyrestrict', '/work', '/usr', '.py"'):
        if word in text:
            escaped(text)
mock.patch.stopall()
for name in ('__getattribute__', '__class__', '__reduce__', '__instancecheck__', '__mro_entries__', '__del__', '__init_subclass__', '__set_name__', '__prepare__'):
    attempt(lambda: setattr(m, name, lambda *_: escaped(name)))
    attempt(lambda: setattr(type(m), name, lambda *_: escaped(name)))
    if name in vars(type(m)):
        escaped(name)
if type(m).__mro__[-1] is not object or mock.MagicMock() == m:
    raise AssertionError('mock')
