# technique: update_wrapper() sets on one object whatever another answers, under names of the caller's choice
# source: an attempt on pyrestrict's own update_wrapper(), the guest's and the library's
# goal: methods of a library's class, special methods of the guest's own
# impact: policy
import contextlib
import functools
import json


class Answers:
    def __getattr__(self, name):
        return lambda *arguments: f'the guest answers {name}'


class Own:
    pass


def function():
    pass


before = json.JSONEncoder.default
names = ('default', 'iterencode', 'encode')
special = ('__getattribute__', '__reduce_ex__', '__getstate__', '__subclasshook__', '__code__', '__defaults__', '__globals__')
attempts = [
    lambda: functools.update_wrapper(json.JSONEncoder, Answers(), names, ()),
    lambda: functools.wraps(Answers(), assigned=names, updated=())(json.JSONEncoder),
    lambda: functools.partial(functools.update_wrapper, assigned=names, updated=())(json.JSONEncoder, Answers()),
    lambda: functools.update_wrapper(json.dumps, Answers(), names, ()),
    lambda: functools.update_wrapper(json.JSONEncoder, Answers(), (), ('__dict__',)),
    lambda: functools.lru_cache(Answers()),
    lambda: functools.cache(json.JSONEncoder),
    lambda: contextlib.contextmanager(Answers()),
    lambda: contextlib.ContextDecorator()(Answers()),
    lambda: functools.singledispatch(Answers()),
]
attempts += [lambda name=name: functools.update_wrapper(Own, Answers(), (name,), ()) for name in special]
attempts += [lambda name=name: functools.update_wrapper(function, Answers(), (name,), ()) for name in special]
for attempt in attempts:
    try:
        attempt()
    except (AttributeError, TypeError):
        pass
if json.JSONEncoder.default is not before or json.dumps(1) != '1':
    escaped('the encoder')
for name in special[:3]:
    if name in vars(Own):
        escaped(name)
