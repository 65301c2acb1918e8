# technique: unittest is asked to show the locals of the frames in which a test failed, and the last of them are the library's
# source: own
# goal: locals of trusted code
# impact: guard
import functools
import io
import json
import unittest


class Raises:
    def __iter__(self):
        raise KeyError('iter')

    def __call__(self, *_, **__):
        raise KeyError('call')


class Case(unittest.TestCase):
    def test_dispatch(self):
        functools.singledispatch(Raises())(1)

    def test_hook(self):
        json.loads('{"a": 1}', object_hook=Raises())

    def test_sum(self):
        own = 'mine'
        sum(Raises())

    def test_format(self):
        '{0.nothing}'.format(self)


out = io.StringIO()
unittest.TextTestRunner(stream=out, tb_locals=True).run(unittest.TestSuite([Case(name) for name in ('test_dispatch', 'test_hook', 'test_sum', 'test_format')]))
for word in ('guard', 'prefilled', 'host =', 'registry', 'formatter_parser', 'counter ='):
    if word in out.getvalue():
        escaped(out.getvalue())
if 'errors=4' not in out.getvalue():
    raise AssertionError(out.getvalue())
