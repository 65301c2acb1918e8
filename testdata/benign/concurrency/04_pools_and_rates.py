# features: pools, rate limits, workers, asynchronous generators, groups
# imports: asyncio, contextlib, contextvars, functools
import asyncio, contextlib, contextvars, time, functools
req = contextvars.ContextVar("req", default="-")
async def handler(n): req.set(n); await asyncio.sleep(0); return f"{n}:{req.get()}"
class Pool:
    def __init__(self, n): self.free = asyncio.Queue(); [self.free.put_nowait(i) for i in range(n)]
    @contextlib.asynccontextmanager
    async def get(self):
        c = await self.free.get()
        try: yield c
        finally: self.free.put_nowait(c)
async def ticker(n, d=0.001):
    for i in range(n): await asyncio.sleep(d); yield i
async def amap(f, ait):
    async for x in ait: yield await f(x) if asyncio.iscoroutinefunction(f) else f(x)
def rate(n):
    sem = asyncio.Semaphore(n)
    def deco(f):
        @functools.wraps(f)
        async def w(*a):
            async with sem: return await f(*a)
        return w
    return deco
@rate(2)
async def fetch(u):
    await asyncio.sleep(0.001)
    if u == "bad": raise ConnectionError(f"cannot reach {u}")
    return u.upper()
async def worker(name, q, res):
    while True:
        item = await q.get()
        try: res.append((name, item ** 2))
        finally: q.task_done()
async def main():
    print(await asyncio.gather(*(handler(i) for i in range(3))), req.get())
    pool = Pool(2)
    async def use(i):
        async with pool.get() as c: await asyncio.sleep(0.001); return i
    print(await asyncio.gather(*map(use, range(4))))
    print([x async for x in amap(lambda v: v * 2, ticker(3))])
    for r in await asyncio.gather(*(fetch(u) for u in ["a", "bad", "c"]), return_exceptions=True): print(repr(r))
    q = asyncio.Queue(); res = []
    ws = [asyncio.create_task(worker(f"w{i}", q, res)) for i in range(2)]
    for i in range(5): q.put_nowait(i)
    await q.join(); [w.cancel() for w in ws]; await asyncio.gather(*ws, return_exceptions=True); print(sorted(v for _, v in res), all(w.cancelled() for w in ws))
    async def slow():
        try: await asyncio.sleep(10)
        except asyncio.CancelledError: print("cleanup"); raise
    try: await asyncio.wait_for(slow(), 0.005)
    except TimeoutError: print("late")
    g = ticker(5); print(await anext(g), await g.__anext__()); await g.aclose()
    try: await anext(g)
    except StopAsyncIteration: print("exhausted")
    ag = agen2(); print(await ag.asend(None), await ag.asend("hi")); 
    try: await ag.athrow(ValueError("x"))
    except StopAsyncIteration: print("ended")
    t0 = asyncio.get_running_loop().time(); await asyncio.gather(*(asyncio.sleep(0.02) for _ in range(5))); print(asyncio.get_running_loop().time() - t0 < 0.5)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail("one")); tg.create_task(fail("two"))
    except* RuntimeError as eg: print(sorted(str(e) for e in eg.exceptions))
    fut = asyncio.Future(); asyncio.get_event_loop().call_soon(fut.set_exception, KeyError("f"))
    try: await fut
    except KeyError as e: print("fut", e)
    async with contextlib.AsyncExitStack() as st:
        for i in range(2): await st.enter_async_context(acm(i))
    print(await asyncio.wait_for(asyncio.shield(handler(9)), 1))
    done, pend = await asyncio.wait({asyncio.create_task(handler(1), name="nm")}); print([t.get_name() for t in done], pend)
async def agen2():
    try:
        x = yield 1
        while True: x = yield x
    except ValueError as e: print("in gen", e)
async def fail(m): await asyncio.sleep(0); raise RuntimeError(m)
@contextlib.asynccontextmanager
async def acm(i): print("+", i); yield; print("-", i)
asyncio.run(main())
