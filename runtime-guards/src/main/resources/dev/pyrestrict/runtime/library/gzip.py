"""gzip for guests: compressed bytes, and files that are objects with read() or write(). There are no files by name."""
import io
import struct
import time
import zlib

FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = 1, 2, 4, 8, 16
READ, WRITE = 'rb', 'wb'


class BadGzipFile(OSError):
    """Exception raised in some cases for invalid gzip files."""


def compress(data, compresslevel=9, *, mtime=None):
    machine = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = machine.compress(data) + machine.flush()
    return _header(compresslevel, mtime) + body + struct.pack('<LL', zlib.crc32(data), len(data) & 0xffffffff)


def _header(level, mtime, name=b''):
    seconds = int(time.time() if mtime is None else mtime)
    best = b'\2' if level == 9 else b'\4' if level == 1 else b'\0'
    return b'\x1f\x8b\x08' + (b'\x08' if name else b'\0') + struct.pack('<L', seconds) + best + b'\xff' + (name + b'\0' if name else b'')


def decompress(data):
    return b''.join([body for body, _ in _members(bytes(data))])


def _members(data):
    """The bytes of each member and when it was made."""
    start = 0
    while start < len(data):
        if data[start:start + 2] != b'\x1f\x8b':
            if not start or data[start:].strip(b'\0'):
                raise BadGzipFile(f'Not a gzipped file ({data[start:start + 2]!r})')
            return
        head = data[start + 2:start + 10]
        if len(head) < 8:
            raise EOFError('Compressed file ended before the end-of-stream marker was reached')
        method, flags, mtime = struct.unpack('<BBL', head[:6])
        if method != 8:
            raise BadGzipFile('Unknown compression method')
        start = _after_names(data, start + 10, flags)
        machine = zlib.decompressobj(-zlib.MAX_WBITS)
        body = machine.decompress(data[start:]) + machine.flush()
        rest = machine.unused_data
        if not machine.eof or len(rest) < 8:
            raise EOFError('Compressed file ended before the end-of-stream marker was reached')
        checksum, length = struct.unpack('<LL', rest[:8])
        if checksum != zlib.crc32(body):
            raise BadGzipFile('CRC check failed')
        if length != len(body) & 0xffffffff:
            raise BadGzipFile('Incorrect length of data produced')
        yield body, mtime
        start = len(data) - len(rest) + 8


def _after_names(data, start, flags):
    if flags & FEXTRA:
        start += 2 + int.from_bytes(data[start:start + 2], 'little')
    for flag in (FNAME, FCOMMENT):
        if flags & flag:
            end = data.find(b'\0', start)
            if end < 0:
                raise EOFError('Compressed file ended before the end-of-stream marker was reached')
            start = end + 1
    return start + 2 if flags & FHCRC else start


class GzipFile:
    """A file of compressed bytes in an object: it is read whole when it is first read, and written when it is closed."""

    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        if mode and ('t' in mode or 'U' in mode):
            raise ValueError(f'Invalid mode: {mode!r}')
        mode = (mode or getattr(fileobj, 'mode', 'rb') or 'rb').replace('b', '') + 'b'
        if mode[0] not in 'rwax':
            raise ValueError(f'Invalid mode: {mode!r}')
        if fileobj is None:
            fileobj = open(filename, mode)
        self.name = getattr(fileobj, 'name', '') if filename is None else filename
        if not isinstance(self.name, (str, bytes)):
            self.name = ''
        self.mode = READ if mode[0] == 'r' else WRITE
        self.mtime = None
        self.fileobj = fileobj
        self._level = compresslevel
        self._written_at = mtime
        self._content = None if self.mode == READ else io.BytesIO()
        self.closed = False

    def __repr__(self):
        return f'<gzip {self.fileobj!r} {hex(id(self))}>'

    def _opened(self, mode):
        if self.closed:
            raise ValueError('I/O operation on closed file')
        if self.mode != mode:
            raise OSError(9, f'{"read" if mode == READ else "write"}() on {"write" if mode == READ else "read"}-only GzipFile object')
        if self._content is None:
            parts = []
            for body, self.mtime in _members(self.fileobj.read()):
                parts.append(body)
            self._content = io.BytesIO(b''.join(parts))
        return self._content

    def read(self, size=-1):
        return self._opened(READ).read(size)

    def read1(self, size=-1):
        return self._opened(READ).read(size)

    def peek(self, n):
        content = self._opened(READ)
        return content.getvalue()[content.tell():]

    def readline(self, size=-1):
        return self._opened(READ).readline(size)

    def readlines(self, hint=-1):
        return self._opened(READ).readlines(hint)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def write(self, data):
        with memoryview(data) as view:
            return self._opened(WRITE).write(view.tobytes())

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def tell(self):
        return self._opened(self.mode).tell()

    def seek(self, offset, whence=io.SEEK_SET):
        return self._opened(self.mode).seek(offset, whence)

    def rewind(self):
        self._opened(READ).seek(0)

    def flush(self, zlib_mode=2):
        self._opened(self.mode)

    def close(self):
        if self.closed:
            return
        if self.mode == WRITE:
            name = self.name.encode('latin-1', 'ignore') if isinstance(self.name, str) else self.name
            name = name.rpartition(b'/')[2].removesuffix(b'.gz')
            data = self._content.getvalue()
            body = compress(data, self._level, mtime=0)[10:]
            self.fileobj.write(_header(self._level, self._written_at, name) + body)
        self.closed = True

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def __enter__(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        return self

    def __exit__(self, *error):
        self.close()


class _Text:
    """What is read and written of a compressed file as text."""

    def __init__(self, file, encoding):
        self.buffer = file
        self.encoding = encoding or 'utf-8'
        self._lines = None

    def _read(self):
        if self._lines is None:
            self._lines = io.StringIO(self.buffer.read().decode(self.encoding).replace('\r\n', '\n').replace('\r', '\n'))
        return self._lines

    def read(self, size=-1):
        return self._read().read(size)

    def readline(self, size=-1):
        return self._read().readline(size)

    def readlines(self, hint=-1):
        return self._read().readlines(hint)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._read())

    def write(self, text):
        self.buffer.write(text.encode(self.encoding))
        return len(text)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        self.buffer.flush()

    def close(self):
        self.buffer.close()

    @property
    def closed(self):
        return self.buffer.closed

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()


def open(filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None):
    if 't' in mode:
        if 'b' in mode:
            raise ValueError(f'Invalid mode: {mode!r}')
    elif encoding is not None:
        raise ValueError("Argument 'encoding' not supported in binary mode")
    binary = mode.replace('t', '')
    if hasattr(filename, 'read') or hasattr(filename, 'write'):
        file = GzipFile(None, binary, compresslevel, filename)
    else:
        file = GzipFile(filename, binary, compresslevel)
    return _Text(file, encoding) if 't' in mode else file
