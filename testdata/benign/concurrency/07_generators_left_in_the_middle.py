# Asynchronous generators that a loop leaves before they are over end with the loop that ran them.
import asyncio


async def ticks(name, count=5):
    try:
        for i in range(count):
            yield i
            await asyncio.sleep(0)
    finally:
        print(name, "closed")


async def left_by_break():
    async for x in ticks("a"):
        if x > 1:
            break
    print("done")


asyncio.run(left_by_break())


async def left_by_return():
    async for x in ticks("b"):
        return x


print(asyncio.run(left_by_return()))


async def held():
    g = ticks("c")
    print(await anext(g), await anext(g))
    return "held"


print(asyncio.run(held()))


async def closed_by_hand():
    g = ticks("d")
    await anext(g)
    await g.aclose()
    print([x async for x in ticks("e", 2)])
    return "by hand"


print(asyncio.run(closed_by_hand()))


async def quiet(n):
    for i in range(n):
        yield i


async def many():
    total = 0
    for n in range(500):
        async for x in quiet(n % 3):
            total += x
    return total


print(asyncio.run(many()))
