# technique: errors of library code that is written in Java: bad data, sizes, names and options for everything that takes them
# goal: a Java class name, a Java stack trace or a name of the host in what an exception says
# impact: info
import hashlib, zlib, binascii, hmac, re, io, json, base64, datetime, decimal, unicodedata, random, array, time, math, itertools, struct, csv, string, statistics, uuid, secrets, sys

SIGNS = ('java.', 'Java stack', 'graal', 'truffle', 'oracle', 'pyrestrict', 'NoSuch', 'DataFormat', 'IllegalArg', 'NullPointer')


def look(e):
    global ESCAPED
    while e is not None:
        for s in (str(e), repr(e), repr(e.args)):
            if any(sign in s for sign in SIGNS):
                ESCAPED = s[:200]
        e = e.__context__


class Watch:
    def __enter__(self):
        return self

    def __exit__(self, kind, e, traceback):
        look(e)
        return kind is not None and issubclass(kind, Exception)


def t(f):
    with Watch():
        f()
    try:
        f()
    except Exception:
        look(sys.exc_info()[1])
    try:
        f()
    except Exception as e:
        look(e)


ESCAPED = None
for p in ('(', '[', '*', '(?P<x', '(?<=a*)', '\\', '(?P=x)', 'a{2,1}', '(?(1)a|b)', '(?z)', '[b-a]', '\\N{x}', '\\u', '(?<x>a)', 'a**', 'a++', '(?>a)', '\\1', '(?P<1>a)', '\ud800', '(' * 500, 'a{99999999999}', '(?:' * 2000, '[[:alpha:]]', '\\p{L}', '(?#', '(?', '(?i', 'x(?i)y'):
    t(lambda: re.compile(p)); t(lambda: re.compile(p.encode('utf8', 'ignore'))); t(lambda: re.match(p, 'aaa')); t(lambda: re.sub('a', p, 'a'))
t(lambda: re.sub('(a)', '\\2', 'a')); t(lambda: re.compile('a', 1 << 20)); t(lambda: re.match('a', b'a')); t(lambda: re.match(b'a', 'a')); t(lambda: re.match('a', 5))
for fmt in ('', 'z', '99999999999i', '>P', '@n', '<n', '4', 'i' * 3, '\ud800', 'é', '5p', '?', 'e', 'x' * 5): t(lambda: struct.pack(fmt, 1)); t(lambda: struct.unpack(fmt, b'ab')); t(lambda: struct.calcsize(fmt)); t(lambda: struct.pack(fmt, 'x')); t(lambda: struct.pack(fmt, 1e999)); t(lambda: struct.pack(fmt, 10**30))
