# Trusted code, run when a guest first imports zlib. Errors that say nothing of Java; streams that end as CPython's do.
def members(named, clean):
    import zlib

    def decoded(function, *arguments):
        try:
            return function(*arguments)
        except zlib.error as error:
            text = clean(error).args[0]
            if not text.startswith('Error'):
                text = 'Error -3 while decompressing data: ' + text
            raise zlib.error(text) from None

    def check_window(wbits, widest):
        size = wbits if 0 <= wbits else -wbits
        if not (8 <= size <= 15 or wbits == 0 and widest > 31 or 25 <= wbits <= widest):
            raise ValueError('Invalid initialization option')

    def is_zipped(data):
        return bytes(data[:2]) == b'\x1f\x8b'

    def decompress(data, /, wbits=15, bufsize=16384):
        if bufsize < 0:
            raise ValueError('bufsize must be non-negative')
        machine = decompressobj(wbits)
        result = machine.decompress(data)
        if not machine.eof:
            raise zlib.error('Error -5 while decompressing data: incomplete or truncated stream')
        return result

    def compress(data, /, level=-1, wbits=15):
        if not -1 <= level <= 9:
            raise zlib.error('Bad compression level')
        machine = compressobj(level, 8, wbits)
        return machine.compress(data) + machine.flush()

    def compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None):
        check_window(wbits, 15)
        if not -1 <= level <= 9 or method != 8 or not 1 <= memLevel <= 9 or not 0 <= strategy <= 4:
            raise ValueError('Invalid initialization option')
        return zlib.compressobj(level, method, wbits, memLevel, strategy, *([] if zdict is None else [zdict]))

    class Decompress:
        __slots__ = ('_machine', '_wbits')
        __module__ = 'zlib'
        __qualname__ = 'Decompress'

        def __init__(self, machine, wbits):
            self._machine = machine
            self._wbits = wbits

        def decompress(self, data, max_length=0):
            if self._machine is None:
                if not is_zipped(data):
                    if self._wbits <= 31:
                        raise zlib.error('Error -3 while decompressing data: incorrect header check')
                    self._machine = zlib.decompressobj()
                else:
                    self._machine = zlib.decompressobj(31)
            return decoded(self._machine.decompress, data, max_length)

        def flush(self, length=16384):
            return b'' if self._machine is None else decoded(self._machine.flush, length)

        @property
        def eof(self):
            return self._machine is not None and self._machine.eof

        @property
        def unused_data(self):
            return b'' if self._machine is None else self._machine.unused_data

        @property
        def unconsumed_tail(self):
            return b'' if self._machine is None else self._machine.unconsumed_tail

    for method in (Decompress.decompress, Decompress.flush):
        method.__qualname__ = 'Decompress.' + method.__name__
        method.__module__ = 'zlib'

    def decompressobj(wbits=15, zdict=b''):
        check_window(wbits, 47)
        if wbits > 15:
            return Decompress(None, wbits)
        return Decompress(zlib.decompressobj(wbits, *([zdict] if zdict else [])), wbits)

    return named('zlib', {'decompress': decompress, 'compress': compress, 'compressobj': compressobj, 'decompressobj': decompressobj})
