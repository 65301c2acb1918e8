# features: each task has its own context, copied where it was made
# imports: asyncio, contextvars
import asyncio
import contextvars

request = contextvars.ContextVar('request', default='-')


async def handler(number):
    request.set(number)
    await asyncio.sleep(0)
    return f'{number}:{request.get()}'


async def nested():
    return request.get()


async def main():
    print(await asyncio.gather(*(handler(i) for i in range(3))), request.get())
    request.set('outer')
    task = asyncio.create_task(nested())
    request.set('later')
    print(await task, await nested(), request.get())
    try:
        async with asyncio.TaskGroup() as group:
            made = [group.create_task(handler(name)) for name in 'ab']
        print([each.result() for each in made], request.get())
    finally:
        print(await asyncio.wait_for(nested(), 60))
    own = contextvars.copy_context()
    await asyncio.create_task(handler('own'), context=own)
    print(own[request], request.get())


asyncio.run(main())
print(request.get())
