# features: names and representations of generators, coroutines, functions
# imports: asyncio
import asyncio
def gen():
    yield 1
async def co():
    return 1
async def agen():
    yield 1
class C:
    def m(self):
        yield
    async def n(self):
        return 2
    @staticmethod
    def s(): pass
    @classmethod
    def c(cls): pass
    @property
    def p(self): return 1
g = gen()
c = co()
a = agen()
n = C().n()
print(g.__name__, g.__qualname__, c.__name__, c.__qualname__, a.__name__, a.__qualname__, n.__name__, n.__qualname__)
print(type(g), type(c), type(a), type(g).__name__, type(c).__name__, type(a).__name__)
print((lambda: 0).__name__, (lambda: 0).__qualname__, C.m.__qualname__, C.s.__name__, C.c.__qualname__, C().m.__name__, C.p.fget.__name__)
c.close(); n.close(); g.close()
print(repr(c)[:20], repr(g)[:20], repr(a)[:25], repr(gen)[:14], repr(C.m)[:16], repr(C().m)[:18], repr(C.c)[:18], repr(len), repr([].append)[:34], repr(C), repr(print), repr(str.upper), repr(int.__add__), repr((1).__add__)[:40], repr(dict.fromkeys)[:40])
def outer():
    def inner(): pass
    class K:
        def m(self): pass
    return inner, K
i, K = outer()
print(i.__qualname__, K.__qualname__, K.m.__qualname__, K.__name__, K.__module__, i.__module__)
print(list(g), next(gen()))
try:
    next(g)
except StopIteration as e:
    print('stop', e.value, e.args)
async def main():
    t = asyncio.create_task(co(), name='job')
    print(t.get_name(), t.done())
    print(await t, t.done(), t.result(), t.cancelled())
    async for v in agen():
        print(v)
asyncio.run(main())
gg = (x for x in 'ab')
print(gg.__name__, gg.__qualname__, type(gg))
try:
    g2 = gen(); g2.send(1)
except TypeError as e:
    print(e)
try:
    c.send(None)
except RuntimeError as e:
    print(e)
def thrower():
    try:
        yield 1
    except ValueError as e:
        print('caught', e)
        yield 'after'
t = thrower(); next(t)
print(t.throw(ValueError('v')))
try:
    t.throw(KeyError('k'))
except KeyError as e:
    print(repr(e))
def bad():
    yield 1
    raise StopIteration
try:
    print(list(bad()))
except RuntimeError as e:
    print(e, repr(e.__cause__))
