# technique: the iterator of a coroutine, which a function named __await__ may hold, and what stands in generators of types.coroutine
# source: own; __await__ may hand on
# goal: a frame, code or the coroutine behind it
# impact: introspect
import asyncio
import types


async def work():
    await asyncio.sleep(0)
    return 1


class Holder:
    def __await__(self):
        Holder.wrapper = self.coroutine.__await__()
        return Holder.wrapper


holder = Holder()
holder.coroutine = work()


async def main():
    await holder


asyncio.run(main())
for target in (Holder.wrapper, types.coroutine(lambda: (yield))(), type(Holder.wrapper)):
    for name in ('cr_frame', 'cr_code', 'gi_frame', 'gi_code', '_generator', '__self__', '__reduce_ex__', '__wrapped__', 'gi_yieldfrom', 'cr_await'):
        for read in (lambda: getattr(target, name), lambda: object.__getattribute__(target, name), lambda: type(target).__dict__[name],
                     lambda: getattr(type(target), name)):
            try:
                value = read()
            except (AttributeError, TypeError, KeyError):
                continue
            if value is not None:
                escaped(name, value)
wrapped = types.coroutine(lambda: (yield))
wrapper = type(wrapped())
for method in ('__await__', '__iter__', '__next__', 'send', 'throw', 'close', '__init__'):
    for fake in (holder, work, types, wrapper, asyncio):
        try:
            getattr(wrapper, method)(fake, *([1] if method in ('send', 'throw', '__init__') else []))
        except (TypeError, AttributeError):
            continue
        ESCAPED = method
