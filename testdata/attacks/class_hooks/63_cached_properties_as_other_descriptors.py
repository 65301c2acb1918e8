# technique: __init__() of another descriptor, which keeps its function under the same name, with a cached_property of a library's class for self
# source: own: as 62, which cached_property.__init__() refuses; every function of the library that sets an attribute func was looked for
# goal: a class of the library that calls the guest's function for all who use it
# impact: guard
import functools
import ipaddress


def answer(*_):
    return 'changed'


def attempt(function):
    try:
        return function()
    except (TypeError, AttributeError, ValueError):
        return None


found = 0
for cls, o in ((ipaddress.IPv4Network, ipaddress.ip_network('10.0.0.0/8')), (ipaddress.IPv6Network, ipaddress.ip_network('fd00::/8'))):
    for name in dir(cls):
        descriptor = getattr(cls, name, None)
        if type(descriptor) is functools.cached_property:
            found += 1
            for again in (lambda: functools.partialmethod.__init__(descriptor, answer), lambda: functools.singledispatchmethod.__init__(descriptor, answer),
                          lambda: functools.partialmethod.__init__(descriptor, functools.partialmethod(answer)),
                          lambda: super(type('P', (functools.partialmethod,), {}), descriptor).__init__(answer)):
                attempt(again)
            if attempt(lambda: getattr(o, name)) == 'changed':
                escaped((cls, name))
attempt(lambda: functools.cached_property.func.__set__(ipaddress, answer))
attempt(lambda: functools.cached_property.func.__set__(ipaddress.ip_network, answer))
if hasattr(ipaddress, 'func') or hasattr(ipaddress.ip_network, 'func'):
    escaped('attributes of the library')


# What a guest makes for itself works.
class Own:
    count = 0

    @functools.cached_property
    def once(self):
        self.count += 1
        return self.count

    def add(self, left, right):
        return left + right

    increase = functools.partialmethod(add, 1)

    @functools.singledispatchmethod
    def kind(self, o):
        return 'object'

    @kind.register
    def _(self, o: int):
        return 'int'


class Also(functools.cached_property):
    def __init__(self, function):
        functools.cached_property.__init__(self, function)
        self.func = lambda o: (function(o), 'also')


class Other:
    pair = Also(lambda self: 1)


own = Own()
if (own.once, own.once, own.increase(2), own.kind(''), own.kind(1), Other().pair, found > 0) != (1, 1, 3, 'object', 'int', (1, 'also'), True):
    raise AssertionError((own.once, own.increase(2), own.kind(''), own.kind(1), Other().pair, found))
if Own.once.func(own) != 2 or Own.once.attrname != 'once':
    raise AssertionError(Own.once.attrname)
