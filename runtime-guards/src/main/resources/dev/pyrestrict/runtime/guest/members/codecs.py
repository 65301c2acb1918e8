# Trusted code, run when a guest first imports codecs. What a codec is called, and its two functions; nothing else of it is told.
def members(exact, named):
    import codecs
    from encodings import normalize_encoding
    from encodings.aliases import aliases

    class CodecInfo:
        # No __init__(), which would set these of whatever it is called with.
        __slots__ = ('name', 'encode', 'decode')

        def __repr__(self):
            return f'<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>'

    CodecInfo.__module__, CodecInfo.__qualname__ = 'codecs', 'CodecInfo'

    def name_of(encoding):
        """As CPython's codecs name themselves; GraalPy's are named as the guest has named them."""
        name = normalize_encoding(encoding).lower()
        name = aliases.get(name, name)
        if name == 'latin_1':
            return 'iso8859-1'
        return name if name.startswith(('shift_', 'euc_', 'iso2022_')) else name.removesuffix('_codec').replace('_', '-')

    def lookup(encoding, /):
        encoding = exact(encoding, 'lookup()')
        codecs.lookup(encoding)
        name = name_of(encoding)

        def encode(input, errors='strict'):
            return codecs.encode(input, name, errors), len(input)

        def decode(input, errors='strict'):
            return codecs.decode(input, name, errors), len(input)

        info = CodecInfo()
        info.name, info.encode, info.decode = name, encode, decode
        return info

    return named('codecs', {'lookup': lookup})
