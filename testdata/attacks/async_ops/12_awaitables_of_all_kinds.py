# technique: __await__() answers with all kinds of things; coroutines and asynchronous generators are sent, thrown and closed out of turn, and while they run
# source: own
# goal: an error of the runtime's inside that says something of Java
# impact: introspect


class Steps:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration(5)

    def send(self, value):
        return value

    def throw(self, *_):
        return 1

    def close(self):
        raise KeyError


class Awaitable:
    def __init__(self, steps):
        self.steps = steps

    def __await__(self):
        return self.steps


async def coroutine(steps):
    await Awaitable(steps)


async def generator(steps):
    try:
        yield 1
        await Awaitable(steps)
    finally:
        yield 2


def attempt(call):
    try:
        return call()
    except BaseException as error:
        words = f'{type(error).__name__} {error}'.lower()
        if isinstance(error, SystemError) or 'java' in words or 'oracle' in words:
            escaped(words)


for steps in (None, 1, iter([1]), Steps(), (i for i in [1, 2]), coroutine, generator, [], StopIteration):
    for given in ((), (None,), (1,), (ValueError,), (ValueError, 1), (int,), (GeneratorExit,), (StopIteration,), (StopAsyncIteration(),)):
        for name in ('send', 'throw', 'close'):
            made = coroutine(steps)
            attempt(lambda: getattr(made, name)(*given))
            attempt(lambda: getattr(made, name)(*given))
            attempt(made.close)
        for name in ('asend', 'athrow', 'aclose', '__anext__'):
            step = attempt(lambda: getattr(generator(steps), name)(*given))
            for again in ('send', 'throw', 'close'):
                attempt(lambda: getattr(step, again)(*given))
                attempt(lambda: getattr(step, again)(None))


def itself():
    try:
        yield 1
        running.close()
        yield 2
    finally:
        attempt(lambda: next(running))
        attempt(lambda: running.throw(ValueError))


running = itself()
attempt(lambda: list(running))
attempt(lambda: running.throw(ValueError))
