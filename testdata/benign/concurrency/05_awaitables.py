# features: awaitables of every kind
# imports: asyncio, types
import asyncio
class Sleep:
    def __init__(self, n): self.n = n
    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return self.n * 2
class Wrapped:
    def __init__(self, aw): self.aw = aw
    def __await__(self):
        return self.aw.__await__()
class Later:
    def __await__(self):
        async def inner():
            await asyncio.sleep(0)
            return 'later'
        return inner().__await__()
class Plain:
    def __await__(self):
        if False:
            yield
        return 'plain'
class Iter:
    def __await__(self):
        return iter([])
async def value(): return 5
class Connection:
    def __init__(self): self.open = False
    async def _connect(self):
        await asyncio.sleep(0)
        self.open = True
        return self
    def __await__(self):
        return self._connect().__await__()
    async def __aenter__(self):
        return await self
    async def __aexit__(self, *exc):
        self.open = False
class Delegating:
    def __init__(self, future): self.future = future
    def __await__(self):
        return (yield from self.future)
async def main():
    print(await Sleep(4))
    print(await Wrapped(Sleep(1)))
    print(await Wrapped(value()))
    print(await Later(), await Plain(), await Iter())
    async with Connection() as c:
        print(c.open)
    print(c.open, (await Connection()).open)
    f = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(f.set_result, 'f')
    print(await Delegating(f))
    print(await asyncio.gather(Sleep(1), value(), Later()))
    print(await asyncio.wait_for(Sleep(3), 1))
    try:
        await 5
    except TypeError as e:
        print(e)
asyncio.run(main())
