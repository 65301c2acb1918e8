# technique: a class that is registered as a mapping is asked by a pattern for keys, and is told what to answer when it has none
# source: found in GraalPy: it was an object of Java's
# goal: an object of Java's
# impact: introspect
from collections.abc import Mapping, Sequence

given = []


class Asked:
    def __len__(self):
        return 40

    def keys(self):
        return ()

    def get(self, key, default=None):
        given.append(default)
        return default if key == 'none' else key


Mapping.register(Asked)
match Asked():
    case {'a': 1, 'none': 2}:
        escaped('a key that is not there')
    case {'a': 'a', 'b': 'b'}:
        pass
match Asked():
    case {
        'a': _, 'b': _, 'c': _, 'd': _, 'e': _, 'f': _, 'g': _, 'h': _, 'i': _, 'j': _, 'k': _, 'l': _, 'm': _, 'n': _, 'o': _, 'p': _, 'q': _, 'r': _,
        's': _, 't': _, 'u': _, 'v': _, 'w': _, 'x': _, 'y': _, 'z': _, 1: _, 2: _, 3: _, 4: _, 5: _, 6: _, 7: _, 8: _,
    }:
        pass
for default in given:
    if type(default) is not object or 'java' in str(default):
        escaped(default)


class Lying:
    length = 3

    def __len__(self):
        return self.length

    def __getitem__(self, index):
        if index > 50:
            raise IndexError(index)
        return index


Sequence.register(Lying)
for length in (0, 1, 100, 10 ** 9, 2 ** 31 - 1, 2 ** 40, 2 ** 62, 2 ** 63):
    Lying.length = length
    try:
        match Lying():
            case [first, *others, last]:
                pass
            case [*others]:
                pass
    except (IndexError, OverflowError, MemoryError):
        pass
