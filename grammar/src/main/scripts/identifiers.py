# Writes identifiers-15.0.txt: the code points beyond ASCII that may start (S) or continue (C) an identifier,
# and those that repr shows as they are (P), as CPython 3.12 has them (Unicode 15.0, from its own unicodedata, str.isidentifier and str.isprintable). Run with CPython 3.12.
import sys
import unicodedata

assert unicodedata.unidata_version == '15.0.0', unicodedata.unidata_version


def ranges(test):
    start = None
    for point in range(0x80, 0x110001):
        inside = point < 0x110000 and not 0xD800 <= point <= 0xDFFF and test(chr(point))
        if inside and start is None:
            start = point
        elif not inside and start is not None:
            yield start, point - 1
            start = None


print('# XID_Start (S) and XID_Continue (C), printable (P) beyond ASCII, Unicode 15.0, written by src/main/scripts/identifiers.py')
for kind, test in (('S', str.isidentifier), ('C', lambda c: ('a' + c).isidentifier()), ('P', str.isprintable)):
    for first, last in ranges(test):
        print(f'{kind} {first:x} {last:x}')
