"""Async features without an event loop library."""
from collections import deque
import types
from collections.abc import Awaitable, Coroutine, AsyncIterator


class Sleep:
    def __init__(self, ticks):
        self.ticks = ticks

    def __await__(self):
        for _ in range(self.ticks):
            yield
        return self.ticks


class Loop:
    def __init__(self):
        self.ready = deque()
        self.results = {}

    def spawn(self, name, coro):
        self.ready.append((name, coro))

    def run(self):
        while self.ready:
            name, coro = self.ready.popleft()
            try:
                coro.send(None)
            except StopIteration as e:
                self.results[name] = e.value
            except Exception as e:
                self.results[name] = f"failed {e}"
            else:
                self.ready.append((name, coro))
        return self.results


class Ctx:
    def __init__(self, n):
        self.n = n

    async def __aenter__(self):
        await Sleep(1)
        print("aenter", self.n)
        return self

    async def __aexit__(self, et, ev, tb):
        print("aexit", self.n, et)
        return et is ValueError


class Counter:
    def __init__(self, n):
        self.i, self.n = 0, n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        await Sleep(1)
        return self.i


async def agen(n):
    try:
        for i in range(n):
            await Sleep(0)
            got = yield i
            if got:
                print("sent", got)
    finally:
        print("agen cleanup")


async def task(name, n):
    total = 0
    for i in range(n):
        total += await Sleep(i)
        print(name, i)
    return total


async def main():
    async with Ctx(1) as c, Ctx(2):
        print("body", c.n)
        raise ValueError
    print([x async for x in Counter(3)], {x: x async for x in agen(3) if x}, sum([y async for y in Counter(3)]))
    async for x in agen(2):
        print("x", x)
    else:
        print("else")
    g = (i * 2 async for i in Counter(2))
    print([v async for v in g])
    a = agen(5)
    print(await a.__anext__(), await a.asend("hey"), await anext(a))
    await a.aclose()
    print(await anext(aiter(Counter(0)), "default"), [await Sleep(k) for k in (1, 2)])
    try:
        await boom()
    except KeyError as e:
        print("caught", e)
    lam = lambda: Sleep(2)
    return await lam()


async def boom():
    await Sleep(1)
    raise KeyError("boom")


class gen_coro:
    def __await__(self):
        x = yield "from gen"
        return x * 2


async def uses():
    return await gen_coro()


loop = Loop()
loop.spawn("a", task("a", 3))
loop.spawn("b", task("b", 2))
loop.spawn("boom", boom())
loop.spawn("main", main())
print(loop.run())
u = uses()
print(u.send(None))
try:
    u.send(21)
except StopIteration as e:
    print(e.value)
c = boom()
print(isinstance(c, Coroutine), isinstance(c, Awaitable), isinstance(agen(1), AsyncIterator), type(c).__name__)
c.close()
async def never(): ...
n = never()
try:
    n.throw(RuntimeError("thrown"))
except RuntimeError as e:
    print(e)
