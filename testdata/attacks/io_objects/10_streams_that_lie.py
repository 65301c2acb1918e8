# technique: the base classes of streams, whose Java code asks a guest's class for what it reads, with answers of other types and sizes
# source: own: io.RawIOBase and BufferedIOBase can be derived from now
# goal: an exception of Java's or of the runtime's insides, a class name, memory behind the end of a buffer
# impact: guard
import io

answers = (None, -1, 3, 2 ** 31, 10 ** 30, 'x', b'y' * 1000, memoryview(b'abc'), object())
kept = []
outcomes = set()


asked = [0]


def answered(stream):
    """Nothing in the end: Java's loops wait for that."""
    asked[0] += 1
    return stream.answer if asked[0] % 8 else None


class Raw(io.RawIOBase):
    answer = None

    def readinto(self, buffer):
        kept.append(buffer)
        return answered(self)

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def write(self, data):
        return answered(self)

    def seek(self, *place):
        return answered(self)

    def tell(self):
        return answered(self)

    def peek(self, *size):
        return answered(self)


class Buffered(io.BufferedIOBase, Raw):
    def read(self, *size):
        return answered(self)

    read1 = read

    def readinto(self, buffer):
        kept.append(buffer)
        return io.BufferedIOBase.readinto(self, buffer)


class Text(io.TextIOBase):
    answer = None

    def read(self, *size):
        return answered(self)

    def readline(self, *size):
        return answered(self)


def attempt(what, function):
    try:
        found = function()
    except Exception as e:
        text = f'{type(e).__name__}: {e}'
        outcomes.add((str(what), type(e).__name__))
        if any(word in text for word in ('java', 'graal', 'truffle', 'Exception:', 'null', 'Index ', 'cast', '.Object')) or type(e) is SystemError:
            escaped((what, text))
        return
    if type(found).__module__ not in ('builtins', '_io', 'io', '__main__'):
        escaped((what, found))


for cls in (Raw, Buffered, Text):
    for answer in answers:
        cls.answer = answer
        made = cls()
        for name, arguments in (('read', ()), ('read', (3,)), ('read', (-1,)), ('readall', ()), ('readline', ()), ('readline', (2,)), ('readline', (None,)),
                                ('readinto', (bytearray(4),)), ('readinto1', (bytearray(4),)), ('readinto', (b'abc',)), ('readinto', (memoryview(bytearray(5))[::2],)),
                                ('readlines', (1,)), ('writelines', ([b'a', 'b', 3],)), ('write', (b'x',)), ('truncate', (3,)), ('seek', (2, 1)), ('tell', ()),
                                ('fileno', ()), ('isatty', ()), ('detach', ()), ('__next__', ())):
            attempt((cls.__name__, name, arguments, repr(answer)[:20]), lambda: getattr(made, name)(*arguments))

        def wrap():
            text = io.TextIOWrapper(made)
            for step in (lambda: text.read(), lambda: text.readline(), lambda: text.write('abc'), lambda: text.tell(), lambda: text.seek(1), lambda: text.truncate(), lambda: next(text)):
                attempt(('text', cls.__name__, repr(answer)[:20]), step)
        attempt(('wrapper', cls.__name__), wrap)
    for base in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase):
        for name in ('readline', 'readlines', 'close', '__enter__', 'flush', 'read', 'readinto'):
            attempt((base.__name__, name, cls.__name__), lambda: getattr(base, name)(cls, 1))
            attempt((base.__name__, name, 'self'), lambda: getattr(base, name)(made, 1))

for buffer in kept:
    if type(buffer) not in (bytearray, bytes, memoryview):
        escaped(('a buffer is', type(buffer)))
    if len(buffer) > 20_000:
        escaped(('size', len(buffer)))
print(len(outcomes) > 10)
