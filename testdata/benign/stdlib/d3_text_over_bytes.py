"""io.TextIOWrapper reads and writes text over an object with bytes, io's or one of the program's own."""
import csv
import io

wrapped = io.TextIOWrapper(io.BytesIO('name,price\r\nnut,1\nböl,2\r'.encode()), encoding='utf-8')
print(wrapped, wrapped.encoding, wrapped.errors, wrapped.readable(), wrapped.writable(), wrapped.seekable(), wrapped.closed)
print(wrapped.readline(), wrapped.read(2), wrapped.tell(), wrapped.readlines(), repr(wrapped.read()))
wrapped.seek(0)
print(list(csv.reader(wrapped)))
print([row['price'] for row in csv.DictReader(io.TextIOWrapper(io.BytesIO(b'name,price\nnut,1\nbolt,2\n'), newline=''))])
for newline in (None, '', '\n', '\r', '\r\n'):
    print(repr(newline), list(io.TextIOWrapper(io.BytesIO(b'a\nb\rc\r\nd'), newline=newline)))
    store = io.BytesIO()
    out = io.TextIOWrapper(store, newline=newline)
    out.write('x\ny\r\n')
    out.flush()
    print(store.getvalue())

store = io.BytesIO()
with io.TextIOWrapper(store, encoding='latin-1', errors='replace') as out:
    print(out.write('né €\n'), store.getvalue())
    out.writelines(['a', 'b\n'])
    out.flush()
    print(store.getvalue(), out.tell())
    print('printed', 1, file=out)
    out.flush()
    kept = store.getvalue()
print(kept, store.closed, out.closed)
for use in (lambda: out.write('x'), lambda: out.read(), out.flush, lambda: next(out)):
    try:
        use()
    except ValueError as e:
        print(e)

store = io.BytesIO()
out = io.TextIOWrapper(store, encoding='utf-16', line_buffering=True)
out.write('a')
print(store.getvalue())
out.write('b\n')
print(store.getvalue(), out.detach() is store)
try:
    out.read()
except ValueError as e:
    print(e)
wide = io.TextIOWrapper(io.BytesIO('mark'.encode('utf-8-sig')), encoding='utf-8-sig')
print(wide.read())
both = io.TextIOWrapper(io.BytesIO(b'one\ntwo\nthree\n'))
print(both.readline(), both.tell(), both.seek(0, 2), both.write('four\n'), both.seek(4), both.read().split())
both.seek(0)
both.truncate(3)
print(both.read(), both.buffer.getvalue())
both.reconfigure(newline='\r\n', encoding='ascii')
both.write('\n!')
both.flush()
print(both.buffer.getvalue(), both.encoding)

for wrong in (lambda: io.TextIOWrapper(io.BytesIO(), encoding='no-such'), lambda: io.TextIOWrapper(io.BytesIO(), newline='x'),
              lambda: io.TextIOWrapper(io.BytesIO()).write(b'x'), lambda: io.TextIOWrapper(io.BytesIO(b'\xff')).read(),
              lambda: io.TextIOWrapper(io.BytesIO()).seek(3, 1), lambda: io.TextIOWrapper(io.BytesIO()).seek(-1),
              lambda: io.TextIOWrapper(io.BytesIO(), encoding='ascii').write('é')):
    try:
        print(wrong())
    except (ValueError, LookupError, TypeError, OSError) as e:
        print(type(e).__name__, e)


class Blocks(io.RawIOBase):
    """Bytes as they come."""

    def __init__(self, *blocks):
        self.blocks = list(blocks)

    def readable(self):
        return True

    def readinto(self, room):
        if not self.blocks:
            return 0
        block = self.blocks.pop(0)
        room[:len(block)] = block
        return len(block)


blocks = Blocks(b'first li', b'ne\nsecond\n')
print(blocks.readline(), blocks.read(), blocks.closed, blocks.seekable(), blocks.writable())
print([isinstance(io.StringIO(), kind) for kind in (io.IOBase, io.TextIOBase, io.BufferedIOBase, io.RawIOBase)])
print([isinstance(io.BytesIO(), kind) for kind in (io.IOBase, io.TextIOBase, io.BufferedIOBase, io.RawIOBase)])
print([isinstance(wrapped, kind) for kind in (io.IOBase, io.TextIOBase, io.BufferedIOBase, io.RawIOBase)], isinstance(blocks, io.IOBase))


class Shouting(io.TextIOBase):
    said = ''

    def writable(self):
        return True

    def write(self, text):
        self.said += text.upper()
        return len(text)


shouting = Shouting()
print('hello', 'there', file=shouting)
shouting.writelines(['a', 'b'])
print(repr(shouting.said))
try:
    shouting.read()
except io.UnsupportedOperation as e:
    print(e)
