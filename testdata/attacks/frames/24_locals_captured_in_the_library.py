# technique: an object of the guest's that raises whatever it is asked, in the hands of trusted code, and everything that shows the locals of frames
# source: own
# goal: names, frames and locals of trusted code
# impact: guard
import copy
import functools
import inspect
import itertools
import json
import operator
import string
import traceback

texts = []


class Raises:
    def fail(self, *_, **__):
        raise KeyError('failed')

    __getattr__ = __iter__ = __call__ = __index__ = __eq__ = __str__ = __format__ = __len__ = __bool__ = __lt__ = fail
    keys = write = fail

    def __hash__(self):
        return 1


def attempt(function):
    try:
        function()
    except Exception as error:
        texts.extend(traceback.TracebackException.from_exception(error, capture_locals=True).format())


r = Raises()
for function in (
        lambda: setattr(r, r, 1), lambda: '{:{}}'.format(r, r), lambda: string.Formatter().vformat(r, r, r), lambda: sum([r], r), lambda: list(iter(r, 1)), lambda: r in range(1 << 60),
        lambda: functools.update_wrapper(r, r, r, r), lambda: functools.singledispatch(r)(1), lambda: json.dumps(r, default=r), lambda: json.dumps({'b': 1, r: 2}, sort_keys=True),
        lambda: copy.deepcopy([r], r), lambda: operator.methodcaller('a')(r), lambda: type('A', (), {r: 1}), lambda: inspect.signature(r)):
    attempt(function)
# Generators of trusted code, thrown into and asked what they hold.
for make in (lambda: iter(lambda: 1, 2), lambda: iter(range(1 << 60)), lambda: reversed(range(1 << 60)), lambda: json.JSONEncoder().iterencode([1, [2, {'a': 3}]]), lambda: itertools.batched(itertools.count(), 2)):
    g = make()
    attempt(lambda: next(g))
    attempt(lambda: g.throw(ValueError('x')))
    attempt(lambda: texts.append(str(inspect.getgeneratorlocals(g))))
    for name in ('gi_' + 'frame', 'gi_' + 'code', 'gi_' + 'yieldfrom'):
        if getattr(g, name, None) is not None:
            escaped(name)
for text in texts:
    for word in ('judged_getattr', 'getattr_guard', 'host = ', 'prefilled', 'guard = ', 'trusted', '_guest_', 'java.', 'com.oracle'):
        if word in text:
            escaped(text)
if len(texts) < 30:
    raise AssertionError(len(texts))
