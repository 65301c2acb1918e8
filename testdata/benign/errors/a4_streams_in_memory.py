"""What streams in memory say when they are closed or given what they don't take; asynchronous loops over what is none."""
import asyncio
import io


class Log:
    def __init__(self):
        self.stream = io.StringIO()

    def write(self, text):
        self.stream.write(text)


def attempt(label, action):
    try:
        print(label, action())
    except (ValueError, TypeError, AttributeError) as error:
        print(f'{label}: {type(error).__name__}: {error}')


buffer = io.StringIO('some text')
attempt('bytes to text', lambda: buffer.write(b'x'))
attempt('number to text', lambda: buffer.write(5))
data = io.BytesIO(b'some bytes')
attempt('text to bytes', lambda: data.write('x'))
buffer.close()
data.close()
attempt('read', lambda: buffer.read())
attempt('write', lambda: buffer.write('x'))
attempt('getvalue', lambda: buffer.getvalue())
attempt('read bytes', lambda: data.read())
log = Log()
log.write('line')
attempt('log', lambda: log.write(None))
log.stream.close()
attempt('log', lambda: log.write('line'))


class Point:
    x = 1


try:
    delattr(Point(), 'y')
except AttributeError as error:
    print(error)


async def main():
    try:
        async for number in [1, 2]:
            print(number)
    except TypeError as error:
        print(error)


asyncio.run(main())
