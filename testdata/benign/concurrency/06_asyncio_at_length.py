# features: asyncio queues, tasks, groups, timeouts, locks, events, generators
# imports: asyncio, contextlib
import asyncio, contextlib
async def work(n, d=0.01):
    await asyncio.sleep(d * n)
    return n * n
async def fail(m):
    await asyncio.sleep(0)
    raise ValueError(m)
async def producer(q):
    for i in range(4):
        await q.put(i)
        await asyncio.sleep(0)
    await q.put(None)
async def consumer(q, out):
    while (item := await q.get()) is not None:
        out.append(item)
        q.task_done()
async def ticker(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0)
class Res:
    async def __aenter__(self):
        print('enter'); return self
    async def __aexit__(self, t, v, tb):
        print('exit', t.__name__ if t else None); return t is KeyError
@contextlib.asynccontextmanager
async def managed(name):
    print('open', name)
    try:
        yield name.upper()
    finally:
        print('close', name)
class Countdown:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n == 0: raise StopAsyncIteration
        self.n -= 1
        return self.n
async def main():
    print(await asyncio.gather(work(3), work(1), work(2)))
    print(await asyncio.gather(work(1), fail('x'), return_exceptions=True))
    q, out = asyncio.Queue(maxsize=2), []
    await asyncio.gather(producer(q), consumer(q, out))
    print(out, q.empty(), q.qsize())
    try:
        async with asyncio.TaskGroup() as tg:
            t1 = tg.create_task(work(1)); tg.create_task(fail('tg1')); tg.create_task(fail('tg2'))
    except* ValueError as eg:
        print(eg, [str(e) for e in eg.exceptions], t1.cancelled())
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.01)
    except TimeoutError as e:
        print('timeout', repr(e))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1)
    except TimeoutError:
        print('timeout 2')
    t = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    t.cancel('why')
    try:
        await t
    except asyncio.CancelledError as e:
        print('cancelled', e.args, t.cancelled())
    sem, active, peak = asyncio.Semaphore(2), 0, 0
    async def limited(i):
        nonlocal active, peak
        async with sem:
            active += 1; peak = max(peak, active)
            await asyncio.sleep(0.001)
            active -= 1
    await asyncio.gather(*(limited(i) for i in range(6)))
    print('peak', peak)
    ev = asyncio.Event(); log = []
    async def waiter(i):
        await ev.wait(); log.append(i)
    ws = [asyncio.create_task(waiter(i)) for i in range(3)]
    await asyncio.sleep(0); ev.set(); await asyncio.gather(*ws); print(log, ev.is_set())
    lock = asyncio.Lock()
    async with lock: print(lock.locked())
    cond = asyncio.Condition()
    async with cond: cond.notify_all()
    print([i async for i in ticker(3)], {i: i async for i in ticker(2)}, [await work(i, 0) for i in range(3)], sum([i async for i in Countdown(4) if i % 2]))
    async with Res() as r, managed('m') as m:
        print(type(r).__name__, m)
    async with Res():
        raise KeyError('swallowed')
    async with contextlib.AsyncExitStack() as st:
        await st.enter_async_context(managed('a')); st.callback(print, 'cb')
    done, pending = await asyncio.wait([asyncio.create_task(work(1)), asyncio.create_task(work(30))], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending)); [p.cancel() for p in pending]
    for c in asyncio.as_completed([work(3), work(1)]):
        print(await c)
    ag = ticker(5); print(await anext(ag), await ag.asend(None)); await ag.aclose()
    print(await anext(ag, 'done'))
    loop = asyncio.get_running_loop()
    fut = loop.create_future(); loop.call_later(0.01, fut.set_result, 'later'); print(await fut, fut.done())
    t = asyncio.create_task(fail('boom'), name='T1'); await asyncio.wait([t]); print(t.exception(), t.get_name(), repr(t.exception()))
    t.add_done_callback(lambda t: print('done cb')); await asyncio.sleep(0)
    pq = asyncio.PriorityQueue(); [pq.put_nowait(x) for x in (3, 1, 2)]; print([pq.get_nowait() for _ in range(3)])
    try: pq.get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e))
    print(await asyncio.shield(work(1)), asyncio.current_task().get_name() is not None, asyncio.iscoroutinefunction(work))
    print(await asyncio.to_thread(sum, [1, 2])) if hasattr(asyncio, 'to_thread') else None
    return 'result'
print(asyncio.run(main()))
try:
    asyncio.run(fail('top'))
except ValueError as e:
    print('top', e)
with asyncio.Runner() as runner:
    print(runner.run(work(2)))
