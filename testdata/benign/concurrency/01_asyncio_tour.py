import asyncio
import time


async def worker(name, delay, log):
    log.append(f"{name} start")
    await asyncio.sleep(delay)
    log.append(f"{name} end")
    return name.upper()


async def main():
    log = []
    results = await asyncio.gather(worker("a", 0.03, log), worker("b", 0.01, log), worker("c", 0, log))
    print(results, log)
    try:
        await asyncio.wait_for(asyncio.sleep(10), timeout=0.02)
    except asyncio.TimeoutError as e:
        print("timeout", repr(e))
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1)
    except TimeoutError as e:
        print("timeout2", repr(e))
    task = asyncio.create_task(asyncio.sleep(5))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as e:
        print("cancelled", task.cancelled(), repr(e))

    queue = asyncio.Queue(maxsize=2)

    async def producer():
        for i in range(5):
            await queue.put(i)
            print("put", i, queue.qsize())
        await queue.put(None)

    async def consumer():
        total = 0
        while (item := await queue.get()) is not None:
            total += item
            print("got", item)
        return total

    print(await asyncio.gather(producer(), consumer()))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(1))

            async def bad():
                await asyncio.sleep(0.01)
                raise ValueError("bad")

            group.create_task(bad())
            group.create_task(bad())
    except* ValueError as eg:
        print(eg.exceptions, str(eg))
    lock = asyncio.Lock()
    order = []

    async def locked(n):
        async with lock:
            order.append(n)
            await asyncio.sleep(0.001)
            order.append(-n)

    await asyncio.gather(*(locked(i) for i in range(1, 4)))
    print(order)
    sem = asyncio.Semaphore(2)
    active = most = 0

    async def limited():
        nonlocal active, most
        async with sem:
            active += 1
            most = max(most, active)
            await asyncio.sleep(0.002)
            active -= 1

    await asyncio.gather(*[limited() for _ in range(6)])
    print(most)
    event = asyncio.Event()

    async def waiter():
        await event.wait()
        return "set"

    t = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    event.set()
    print(await t, t.done(), t.result())
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(0.01, "x")), asyncio.create_task(asyncio.sleep(1, "y"))], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending), done.pop().result())
    for p in pending:
        p.cancel()
    res = await asyncio.gather(worker("z", 0, []), bad(), return_exceptions=True)
    print(res)
    for coro in asyncio.as_completed([asyncio.sleep(0.02, 2), asyncio.sleep(0.01, 1)]):
        print(await coro)
    cond = asyncio.Condition()
    ready = []

    async def c1():
        async with cond:
            await cond.wait_for(lambda: ready)
            return ready[0]

    t = asyncio.create_task(c1())
    await asyncio.sleep(0)
    async with cond:
        ready.append(7)
        cond.notify_all()
    print(await t)
    print(await asyncio.shield(asyncio.sleep(0.001, "sh")))
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    loop.call_later(0.001, fut.set_result, 42)
    print(await fut)

    async def agen():
        for i in range(3):
            await asyncio.sleep(0)
            yield i

    print([x async for x in agen()], [x * 2 async for x in agen() if x])
    pq = asyncio.PriorityQueue()
    for x in (3, 1, 2):
        pq.put_nowait(x)
    print([pq.get_nowait() for _ in range(3)])
    try:
        pq.get_nowait()
    except asyncio.QueueEmpty as e:
        print(type(e).__name__)
    print(await asyncio.to_thread(sum, [1, 2]))
    print(asyncio.iscoroutinefunction(main), asyncio.iscoroutinefunction(print))


async def fails():
    await asyncio.sleep(0)
    raise KeyError("k")

asyncio.run(main())
try:
    asyncio.run(fails())
except KeyError as e:
    print("run", e)
try:
    asyncio.run(5)
except ValueError as e:
    print(e)


async def nested():
    c = main()
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)

asyncio.run(nested())
