"""What queues, futures and executors of asyncio show and do."""
import asyncio
import traceback
from concurrent.futures import ThreadPoolExecutor


def blocking(n):
    if n < 0:
        raise ValueError(f'{n} is too small')
    return n * n


async def main():
    queue = asyncio.Queue(maxsize=3)
    print(queue, queue.maxsize)
    for item in ('a', 2):
        queue.put_nowait(item)
    print(queue, asyncio.PriorityQueue(), asyncio.LifoQueue(5))
    getter = asyncio.create_task(asyncio.Queue().get())
    await asyncio.sleep(0)
    getter.cancel()
    try:
        while True:
            queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(type(error), queue)
    queue.put_nowait(1)
    queue.put_nowait(2)
    queue.put_nowait(3)
    try:
        queue.put_nowait(4)
    except asyncio.QueueFull:
        print(traceback.format_exc().splitlines()[-1])

    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future)
    future.set_result([1, 'two'])
    print(future, await future)
    try:
        future.set_result(0)
    except asyncio.InvalidStateError as error:
        print(type(error), error)
    failed = loop.create_future()
    failed.set_exception(KeyError('k'))
    print(failed, repr(failed.exception()))
    cancelled = loop.create_future()
    cancelled.cancel()
    print(cancelled)
    try:
        await cancelled
    except asyncio.CancelledError as error:
        print(type(error))

    print(await loop.run_in_executor(None, blocking, 7))
    print(await asyncio.gather(*[loop.run_in_executor(None, blocking, n) for n in range(4)]))
    with ThreadPoolExecutor(max_workers=2) as pool:
        print(await loop.run_in_executor(pool, blocking, 5))
        try:
            await loop.run_in_executor(pool, blocking, -5)
        except ValueError as error:
            print('failed:', error)
    try:
        await loop.run_in_executor(None, blocking, -1)
    except ValueError as error:
        print('failed:', error)
    try:
        async with asyncio.timeout(5):
            print(await asyncio.wait_for(loop.run_in_executor(None, lambda: 'in time'), 5))
    except TimeoutError:
        print('late')


asyncio.run(main())
