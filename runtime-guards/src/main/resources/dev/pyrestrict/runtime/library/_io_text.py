"""io.TextIOWrapper for guests: text over an object with bytes, of io's or the guest's own. What is read is decoded in one piece."""
from io import DEFAULT_BUFFER_SIZE, TextIOBase, UnsupportedOperation

_unchanged = object()
# What comes after the first piece, which has the mark of the order of bytes.
_WITHOUT_MARK = {'utf-16': 'utf-16-le', 'utf16': 'utf-16-le', 'utf-32': 'utf-32-le', 'utf32': 'utf-32-le', 'utf-8-sig': 'utf-8'}


class TextIOWrapper(TextIOBase):
    __module__ = 'io'

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        self._buffer = None
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f"TextIOWrapper() argument 'newline' must be str or None, not {type(newline).__name__}")
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline}')
        encoding = 'utf-8' if encoding is None or encoding == 'locale' else encoding
        # It fails where there is no such encoding.
        ''.encode(encoding)
        self._encoding, self._errors, self._newline = encoding, errors or 'strict', newline
        self._line_buffering, self._write_through = bool(line_buffering), bool(write_through)
        self._unread, self._at = '', 0
        self._pending, self._pending_bytes = [], 0
        self._buffer = buffer
        self._is_marked = bool(buffer.seekable() and buffer.writable() and buffer.tell())

    buffer = property(lambda self: self._buffer)
    encoding = property(lambda self: self._encoding)
    errors = property(lambda self: self._errors)
    line_buffering = property(lambda self: self._line_buffering)
    write_through = property(lambda self: self._write_through)
    newlines = property(lambda self: None)
    name = property(lambda self: self._buffer.name)
    closed = property(lambda self: self._attached().closed)

    def __repr__(self):
        name = getattr(self._buffer, 'name', None)
        return f"<_io.TextIOWrapper{'' if name is None else f' name={name!r}'} encoding={self._encoding!r}>"

    def _attached(self):
        if self._buffer is None:
            raise ValueError('underlying buffer has been detached')
        return self._buffer

    def _open(self):
        buffer = self._attached()
        if buffer.closed:
            raise ValueError('I/O operation on closed file.')
        return buffer

    def reconfigure(self, *, encoding=None, errors=None, newline=_unchanged, line_buffering=None, write_through=None):
        if encoding is not None or errors is not None or newline is not _unchanged:
            if self._at < len(self._unread):
                raise UnsupportedOperation('It is not possible to set the encoding or newline of stream after the first read')
        self.flush()
        if encoding is not None:
            ''.encode(encoding)
            self._encoding, self._errors = encoding, errors or 'strict'
        elif errors is not None:
            self._errors = errors
        if newline is not _unchanged:
            self._newline = newline
        if line_buffering is not None:
            self._line_buffering = bool(line_buffering)
        if write_through is not None:
            self._write_through = bool(write_through)

    # --- reading ------------------------------------------------------------------------------------

    def _fill(self):
        """Reads what there is, unless some of it is still to be handed out."""
        buffer = self._open()
        if not self.readable():
            raise UnsupportedOperation('not readable')
        self.flush()
        if self._at >= len(self._unread):
            data = buffer.read()
            if not isinstance(data, (bytes, bytearray, memoryview)):
                raise TypeError(f'underlying read() should have returned a bytes-like object, not {type(data).__name__!r}')
            text = bytes(data).decode(self._encoding, self._errors)
            if self._newline is None:
                text = text.replace('\r\n', '\n').replace('\r', '\n')
            self._unread, self._at = text, 0

    def read(self, size=-1, /):
        self._fill()
        end = len(self._unread) if size is None or size < 0 else self._at + size
        text = self._unread[self._at:end]
        self._at += len(text)
        return text

    def readline(self, size=-1, /):
        self._fill()
        end = self._end_of_line()
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        line = self._unread[self._at:end]
        self._at = end
        return line

    def _end_of_line(self):
        text, at = self._unread, self._at
        if self._newline == '':
            ends = [end for end in (text.find('\n', at), text.find('\r', at)) if end >= 0]
            if not ends:
                return len(text)
            end = min(ends)
            return end + (2 if text.startswith('\r\n', end) else 1)
        mark = self._newline or '\n'
        end = text.find(mark, at)
        return len(text) if end < 0 else end + len(mark)

    # --- writing ------------------------------------------------------------------------------------

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        self._open()
        if not self.writable():
            raise UnsupportedOperation('not writable')
        self._forget()
        length, has_end = len(text), '\n' in text or '\r' in text
        if self._newline not in (None, '', '\n'):
            text = text.replace('\n', self._newline)
        encoding = self._encoding
        if self._is_marked:
            encoding = _WITHOUT_MARK.get(encoding.lower().replace('_', '-'), encoding)
        data = text.encode(encoding, self._errors)
        self._is_marked = self._is_marked or bool(text)
        self._pending.append(data)
        self._pending_bytes += len(data)
        if self._write_through or self._pending_bytes > DEFAULT_BUFFER_SIZE:
            self._pass_on()
        if self._line_buffering and has_end:
            self.flush()
        return length

    def _pass_on(self):
        if self._pending:
            data = b''.join(self._pending)
            self._pending, self._pending_bytes = [], 0
            self._buffer.write(data)

    def flush(self):
        buffer = self._open()
        self._pass_on()
        buffer.flush()

    # --- where it is --------------------------------------------------------------------------------

    def _forget(self):
        """What has been read beyond what was handed out is to be read again."""
        if self._at < len(self._unread):
            self._buffer.seek(self._place())
        self._unread, self._at = '', 0

    def _place(self):
        rest = self._unread[self._at:]
        encoding = _WITHOUT_MARK.get(self._encoding.lower().replace('_', '-'), self._encoding)
        return self._buffer.tell() - len(rest.encode(encoding, self._errors))

    def tell(self):
        if not self.seekable():
            raise UnsupportedOperation('underlying stream is not seekable')
        self.flush()
        return self._place()

    def seek(self, cookie, whence=0, /):
        buffer = self._open()
        if not buffer.seekable():
            raise UnsupportedOperation('underlying stream is not seekable')
        if whence == 1 and cookie != 0:
            raise UnsupportedOperation("can't do nonzero cur-relative seeks")
        if whence == 2 and cookie != 0:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        if whence not in (0, 1, 2):
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        if whence == 0 and cookie < 0:
            raise ValueError(f'negative seek position {cookie}')
        self.flush()
        place = self._place() if whence == 1 else cookie
        self._unread, self._at = '', 0
        place = buffer.seek(place, 2 if whence == 2 else 0)
        self._is_marked = place != 0
        return place

    def truncate(self, pos=None, /):
        self.flush()
        return self._buffer.truncate(self.tell() if pos is None else pos)

    # --- the rest -----------------------------------------------------------------------------------

    def detach(self):
        self.flush()
        buffer, self._buffer = self._buffer, None
        return buffer

    def close(self):
        if self._buffer is not None and not self.closed:
            try:
                self.flush()
            finally:
                self._buffer.close()

    def readable(self):
        return self._attached().readable()

    def writable(self):
        return self._attached().writable()

    def seekable(self):
        return self._attached().seekable()

    def fileno(self):
        return self._attached().fileno()

    def isatty(self):
        return self._attached().isatty()
