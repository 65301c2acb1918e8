import asyncio, time
async def work(n, d):
    await asyncio.sleep(d); return n * 10
async def fail(): await asyncio.sleep(0.001); raise ValueError('async boom')
async def agen(n):
    for i in range(n): await asyncio.sleep(0); yield i
class ACM:
    async def __aenter__(s): print('enter'); return s
    async def __aexit__(s, *e): print('exit', e[0] and e[0].__name__); return True
class AIter:
    def __init__(s, n): s.n = n
    def __aiter__(s): return s
    async def __anext__(s):
        if s.n == 0: raise StopAsyncIteration
        s.n -= 1; await asyncio.sleep(0); return s.n
async def producer(q, n):
    for i in range(n): await q.put(i); await asyncio.sleep(0)
    await q.put(None)
async def consumer(q, out):
    while (x := await q.get()) is not None: out.append(x * x); q.task_done()
async def main():
    print(await asyncio.gather(work(1, .02), work(2, .01), work(3, 0)))
    r = await asyncio.gather(work(1, 0), fail(), return_exceptions=True); print(r)
    try: await asyncio.wait_for(asyncio.sleep(5), 0.01)
    except asyncio.TimeoutError: print('timeout')
    try:
        async with asyncio.timeout(0.01): await asyncio.sleep(5)
    except TimeoutError: print('timeout2')
    t = asyncio.create_task(work(5, 0.5), name='tsk'); await asyncio.sleep(0); print(t.done(), t.get_name()); t.cancel()
    try: await t
    except asyncio.CancelledError: print('cancelled', t.cancelled())
    print([x async for x in agen(3)], [i async for i in AIter(3) if i], {x: 1 async for x in agen(2)})
    async with ACM(): raise KeyError
    q, out = asyncio.Queue(maxsize=2), []; await asyncio.gather(producer(q, 4), consumer(q, out)); print(out, q.empty(), q.qsize())
    try:
        async with asyncio.TaskGroup() as tg: a = tg.create_task(work(1, 0)); b = tg.create_task(work(2, 0))
        print(a.result() + b.result())
        async with asyncio.TaskGroup() as tg: tg.create_task(fail()); tg.create_task(asyncio.sleep(10))
    except* ValueError as eg: print('eg', eg.exceptions)
    sem = asyncio.Semaphore(2); active = peak = 0
    async def limited(i):
        nonlocal active, peak
        async with sem: active += 1; peak = max(peak, active); await asyncio.sleep(0.001); active -= 1
        return i
    print(sum(await asyncio.gather(*map(limited, range(5)))), peak)
    lock = asyncio.Lock(); ev = asyncio.Event()
    async def waiter(): await ev.wait(); return 'woke'
    w = asyncio.ensure_future(waiter()); await asyncio.sleep(0); ev.set(); print(await w, lock.locked())
    for c in asyncio.as_completed([work(1, .02), work(2, .001)]): print(await c)
    done, pend = await asyncio.wait([asyncio.create_task(work(i, i / 100)) for i in (0, 9)], return_when=asyncio.FIRST_COMPLETED); print(len(done), len(pend)); [p.cancel() for p in pend]
    loop = asyncio.get_running_loop(); fut = loop.create_future(); loop.call_later(0.001, fut.set_result, 'fut'); print(await fut)
    print(await asyncio.shield(work(7, 0)), asyncio.current_task() is not None, len(asyncio.all_tasks()) >= 1)
    cond = asyncio.Condition()
    async with cond: cond.notify_all()
    pq = asyncio.PriorityQueue(); [pq.put_nowait(x) for x in (3, 1, 2)]; print([pq.get_nowait() for _ in range(3)])
    try: pq.get_nowait()
    except asyncio.QueueEmpty as e: print(type(e).__name__)
    g = agen(5); print(await anext(g), await g.__anext__()); await g.aclose()
    return 'end'
print(asyncio.run(main()))
with asyncio.Runner() as r: print(r.run(work(4, 0)))
