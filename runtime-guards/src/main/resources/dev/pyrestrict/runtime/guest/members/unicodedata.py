# Trusted code, run when a guest first imports unicodedata. What GraalPy has not, from the same version of Unicode.
def members(arguments, exact, named):
    characters = arguments['characters']
    missing = object()

    def character(c, function):
        if not issubclass(type(c), str) or str.__len__(c) != 1:
            raise TypeError(f'{function}() argument 1 must be a unicode character, not {type(c).__name__}')
        return ord(c)

    def number(kind):
        def look_up(chr, default=missing, /):
            found = characters(kind, character(chr, kind))
            if found is not None:
                return float(found) if kind == 'numeric' else int(found)
            if default is missing:
                raise ValueError({'decimal': 'not a decimal', 'digit': 'not a digit', 'numeric': 'not a numeric character'}[kind])
            return default
        look_up.__name__ = look_up.__qualname__ = kind
        return look_up

    def combining(chr, /):
        return int(characters('combining', character(chr, 'combining')))

    def east_asian_width(chr, /):
        return str(characters('east_asian_width', character(chr, 'east_asian_width')))

    def mirrored(chr, /):
        return int(characters('mirrored', character(chr, 'mirrored')))

    def lookup(name, /):
        found = characters('lookup', exact(name, 'lookup()'))
        if found is None:
            raise KeyError(f"undefined character name '{name}'")
        return chr(int(found))

    return named('unicodedata', {
        'combining': combining, 'decimal': number('decimal'), 'digit': number('digit'), 'numeric': number('numeric'),
        'east_asian_width': east_asian_width, 'mirrored': mirrored, 'lookup': lookup})
