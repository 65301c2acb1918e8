# technique: weak proxies that stand for what is the library's: reads, writes and calls pass on
# source: own: weakref.proxy can be imported now
# goal: namespaces, frames and code behind the object; a class of the library that was changed; the proxy's own insides as somebody else's
# impact: guard
import json
import random
import weakref


def attempt(function):
    try:
        return function()
    except (TypeError, AttributeError, ReferenceError, ValueError, KeyError, RecursionError):
        return None


def own():
    yield 1


generator = own()
for o in (own, generator, json.JSONEncoder, random.Random, json.dumps, weakref.ref, random.choice):
    p = attempt(lambda: weakref.proxy(o))
    if p is None:
        continue
    for name in ('__globals__', '__code__', '__closure__', '__builtins__', '__func__', '__self__', 'gi_frame', 'gi_code', '__subclasses__', '__reduce__',
                 '__reduce_ex__', '__getattribute__', '__mro_entries__', '__subclasshook__', '__init_subclass_', '__loader__', '__spec__'):
        found = attempt(lambda: getattr(p, name))
        if found is not None and name not in ('__reduce__', '__reduce_ex__', '__getattribute__'):
            escaped((o, name, found))
        found = attempt(lambda: weakref.ProxyType.__getattr__(p, name))
        # That of every object is one that asks the guards.
        if found is not None and name != '__getattribute__':
            escaped((o, name, found))
    for name in ('default', 'random', '__code__', '__globals__', '__init__', '_registry'):
        attempt(lambda: setattr(p, name, lambda *_: 'changed'))
        attempt(lambda: weakref.ProxyType.__setattr__(p, name, lambda *_: 'changed'))
        attempt(lambda: weakref.ProxyType.__delattr__(p, name))
    attempt(lambda: p['x'])
    attempt(lambda: p.update({'default': 1}))
if attempt(lambda: json.dumps(object())) is not None or attempt(lambda: random.random()) == 'changed' or attempt(lambda: random.Random(1).random()) == 'changed':
    escaped('a class of the library was changed')

for o in (json.JSONEncoder(), random.Random(1), own, 5, 'text', weakref, json):
    for method in ('__getattr__', '__len__', '__iter__', '__call__', '__str__', '_ProxyType__referent'):
        found = attempt(lambda: getattr(weakref.CallableProxyType, method)(o, *['__globals__'][:method == '__getattr__']))
        if found is not None and method not in ('__str__',):
            escaped((o, method, found))


class Reference:
    """Is answered with what the proxy refers to."""

    def __call__(self, *_):
        return json.dumps


class Names:
    @property
    def _ProxyType__reference(self):
        return Reference()


for name in ('__globals__', '__code__', '__defaults__', '__kwdefaults__', '__closure__'):
    found = attempt(lambda: weakref.ProxyType.__getattr__(Names(), name))
    if found is not None:
        escaped((name, found))

for name in ('_refer', '_new', '_unwrapped', '_weakref_proxies'):
    if hasattr(weakref, name):
        escaped(name)
