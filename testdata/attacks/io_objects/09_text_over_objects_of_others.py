# technique: the base classes of streams and TextIOWrapper call methods of whatever stands for self or for the buffer
# source: own: io.IOBase and those derived from it, and io.TextIOWrapper, can be imported now
# goal: an object of the host, a namespace of the library, a file, a class of the library changed for others; memory that no limit ends
# impact: guard
import decimal
import io
import json
import random
import sys


def attempt(function):
    try:
        return function()
    except Exception:
        return None


class Odd:
    """Answers whatever it is asked."""
    seen = []
    closed = False

    def __getattr__(self, name):
        self.seen.append(name)
        return lambda *arguments: self.seen.extend(arguments) or self

    def readable(self):
        return True

    writable = seekable = readable

    def tell(self):
        return 0


plain = (int, str, bytes, bytearray, memoryview, list, bool, type(None), tuple)
others = (Odd(), sys.stdout, sys.stdin, random.Random(1), json, json.dumps, decimal.getcontext(), io.BytesIO(b'a\nb'), io.StringIO('a\nb'), 5, object(), Odd, type(sys.stdout))
for base in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase, io.TextIOWrapper):
    for name in dir(base):
        method = attempt(lambda: getattr(base, name))
        if name in ('__class__', '__subclasshook__', '__doc__', '__module__', '__dict__', '__new__', '__init_subclass__', '__dir__'):
            continue
        for o in others:
            for arguments in ((), (1,), (b'x',), ('x',), (bytearray(2),), (o,)):
                found = attempt(lambda: method(o, *arguments))
                if found is not o and type(found) is type(sys) or type(found) is type(attempt) and 'pyrestrict' in str(found):
                    escaped((base, name, o, found))
    for name, value in (('read', len), ('__init__', len), ('closed', 5), ('x', 1)):
        # TextIOWrapper is written as guest code: each guest has one of its own.
        if base is not io.TextIOWrapper and attempt(lambda: setattr(base, name, value) or 1):
            escaped((base, name))
    for name in ('__globals__', '__code__', '__subclasses__', '_abc_registry', '_abc_cache'):
        for holder in (base, attempt(lambda: base.read), attempt(lambda: base.__init__)):
            if attempt(lambda: getattr(holder, name)) is not None:
                escaped((base, name))
if sys.stdout.closed or attempt(lambda: print(end='') or 1) != 1:
    escaped('the standard output is closed')
for o in Odd.seen:
    if type(o) is type(sys):
        escaped(o)

for buffer in others:
    wrapper = attempt(lambda: io.TextIOWrapper(buffer))
    if wrapper is None:
        continue
    for use in (wrapper.read, wrapper.readline, wrapper.detach, lambda: wrapper.write('x'), wrapper.flush, wrapper.tell, wrapper.fileno):
        found = attempt(use)
        if found is not None and type(found) not in (*plain, Odd) and not any(found is each for each in others):
            escaped((buffer, found))
for name in ('/etc/passwd', b'/etc/passwd', 0, 1, 2):
    if attempt(lambda: io.TextIOWrapper(name).read()) is not None:
        escaped(name)
for encoding in ('../../etc/passwd', 'idna', 'zlib', 'hex', 'rot13', 'raw_unicode_escape', 'undefined', 'mbcs', 'java', 5, None, '\0', 'utf-8\0'):
    made = attempt(lambda: io.TextIOWrapper(io.BytesIO(b'ab'), encoding=encoding).read())
    if made is not None and made != 'ab':
        escaped((encoding, made))
wide = io.TextIOWrapper(io.BytesIO(b'a' * 100))
if attempt(lambda: len(wide.read(1 << 62))) != 100:
    escaped('read too little')
for name in ('_io_text', 'missing', 'DEFAULT_BUFFER_SIZE_', '_unchanged', '_WITHOUT_MARK', 'text_encoding'):
    if hasattr(io, name):
        escaped(name)
