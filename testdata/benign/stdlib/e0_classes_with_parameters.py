"""Classes of the library that annotations give parameters to, and what waits for others shown as text."""
import asyncio
import collections
import concurrent.futures
import contextvars
import dataclasses
import functools
import graphlib
import hashlib
import io
import itertools
import logging
import queue
import re
import types
import weakref
import zlib
from typing import Any


def each(items: asyncio.Queue[int], done: asyncio.Future[str], task: 'asyncio.Task[None]', log: logging.LoggerAdapter[logging.Logger]) -> queue.Queue[str]:
    return queue.Queue()


class Adapter(logging.LoggerAdapter[logging.Logger]):
    def process(self, msg, kwargs):
        return f'[{self.extra["who"]}] {msg}', kwargs


class Jobs(queue.Queue[int]):
    pass


jobs = Jobs()
jobs.put(1)
print(jobs.get(), sorted(each.__annotations__), Adapter(logging.getLogger('x'), {'who': 'ada'}).process('hi', {}))
for alias in (asyncio.Queue[int], asyncio.Future[int], asyncio.Task[int], queue.Queue[int], queue.SimpleQueue[int], queue.PriorityQueue[str], concurrent.futures.Future[int],
              contextvars.ContextVar[int], contextvars.Token[int]):
    print(type(alias).__name__, alias.__args__, alias.__origin__.__name__)
for cls in (collections.deque, collections.Counter, weakref.ref, weakref.WeakValueDictionary, re.Pattern, re.Match, functools.partial, functools.cached_property,
            graphlib.TopologicalSorter, itertools.chain, dataclasses.Field, types.MappingProxyType, enumerate, slice):
    try:
        print(cls[Any].__origin__ is cls)
    except TypeError as e:
        print(cls.__name__, e)
print(queue.Queue[int]().empty(), concurrent.futures.Future[int]().done())


def shown(o):
    return re.sub('0x[0-9a-f]+', '0x', re.sub(r'<asyncio\.(\w+\.)?', '<', repr(o)))


async def main():
    lock, event, condition, semaphore, bounded, barrier = asyncio.Lock(), asyncio.Event(), asyncio.Condition(), asyncio.Semaphore(2), asyncio.BoundedSemaphore(1), asyncio.Barrier(2)
    for o in (lock, event, condition, semaphore, bounded, barrier):
        print(shown(o))
    await lock.acquire()
    event.set()
    await bounded.acquire()
    waiting = asyncio.create_task(lock.acquire())
    first = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    for o in (lock, event, bounded, barrier):
        print(shown(o))
    lock.release()
    print(await waiting, await barrier.wait() + await first)


asyncio.run(main())
for wrong in (lambda: zlib.compress(b'', 10), lambda: zlib.compressobj(10)):
    try:
        wrong()
    except (zlib.error, ValueError) as e:
        print(type(e).__name__, e)
print(hashlib.shake_128(b'x').hexdigest(10), hashlib.shake_256(b'x').digest(3), hashlib.new('shake_256', b'x').hexdigest(64))
shake = hashlib.shake_256()
shake.update(b'ab')
print(shake.copy().hexdigest(5), shake.name, shake.digest_size, shake.block_size, hashlib.file_digest(io.BytesIO(b'ab'), 'shake_256').hexdigest(5))
