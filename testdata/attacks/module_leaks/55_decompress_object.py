# technique: the runtime's own class behind zlib.decompressobj(): its name, its slots, one made around another machine; errors that guests make up
# goal: the runtime's names, or a way for its code to act on what the guest names
# impact: introspect
import zlib

d = zlib.decompressobj()
kind = type(d)
for text in (repr(d), repr(kind), kind.__module__, kind.__qualname__, repr(d.decompress)):
    if 'pyrestrict' in text or 'locals' in text:
        ESCAPED = text
for name in ('_machine', '_wbits', '__slots__', '__init__'):
    try:
        found = getattr(d, name)
        if name.startswith('_m'):
            ESCAPED = found
        if getattr(found, '__globals__', None) is not None:
            ESCAPED = 'globals'
    except AttributeError:
        pass
try:
    kind.decompress = lambda *a: 'planted'
    if zlib.decompress(zlib.compress(b'x')) == 'planted':
        ESCAPED = 'class changed'
except (AttributeError, TypeError):
    pass


class Machine:
    seen = []

    def decompress(self, *arguments):
        self.seen.extend(arguments)
        raise zlib.error(self)


try:
    kind(Machine(), 15).decompress(b'x')
except Exception as e:
    if any(type(a).__module__ not in ('builtins', '__main__') for a in (*Machine.seen, *e.args)):
        ESCAPED = e.args


class Data(bytes):
    def __getitem__(self, key):
        return Machine()


for bad in (b'', Data(b'\xff'), b'\xe2'):
    for start in (-5, 0, 7, 1 << 70):
        try:
            raise UnicodeDecodeError('utf-8', bad, start, start + 1, 'malformed input')
        except (UnicodeDecodeError, OverflowError) as e:
            pass
