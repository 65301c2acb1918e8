# features: schedulers of coroutines and generators that name their tasks
# imports: collections, types
from collections import deque
import types
@types.coroutine
def switch(reason):
    got = yield reason
    return got
async def worker(name, n):
    total = 0
    for i in range(n):
        total += await switch((name, i)) or 0
    return total
class Task:
    counter = 0
    def __init__(self, coro):
        Task.counter += 1
        self.id, self.coro, self.result = Task.counter, coro, None
    def __repr__(self):
        return f'<Task {self.id} {self.coro.__name__} {self.coro.__qualname__}>'
    def step(self, value=None):
        return self.coro.send(value)
class Loop:
    def __init__(self): self.ready = deque()
    def spawn(self, coro):
        self.ready.append((Task(coro), None))
    def run(self):
        while self.ready:
            task, value = self.ready.popleft()
            try:
                request = task.step(value)
                print(task, 'asked', request)
                self.ready.append((task, request[1]))
            except StopIteration as stop:
                task.result = stop.value
                print(task, 'done', stop.value)
loop = Loop()
loop.spawn(worker('a', 2))
loop.spawn(worker('b', 3))
loop.run()
def logged(gen):
    print('start', gen.__name__)
    yield from gen
    print('end', gen.__name__)
def numbers(n):
    yield from range(n)
print(list(logged(numbers(3))))
async def agen():
    yield 1
a = agen()
print(a.__name__, type(a).__name__)
async def inner(): return 'v'
c = inner()
print(c.__name__, c.__qualname__)
c.close()
class Awaitable:
    def __init__(self, v): self.v = v
    def __await__(self):
        r = yield ('want', self.v)
        return r
class Outer:
    def __init__(self, inner): self.inner = inner
    def __await__(self):
        return self.inner.__await__()
class Through:
    def __init__(self, coro): self.coro = coro
    def __await__(self):
        result = yield from self.coro.__await__()
        return [result]
async def main():
    x = await Awaitable(1)
    y = await Outer(Awaitable(2))
    z = await Through(inner())
    w = await Outer(inner())
    return x, y, z, w
m = main()
print(m.send(None)); print(m.send('one'))
try:
    m.send('two')
except StopIteration as e:
    print(e.value)
