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
for n in range(1, 65): t(lambda: hashlib.blake2b(digest_size=n)); t(lambda: hashlib.blake2s(digest_size=n % 32 + 1))
for n in ('sha3_256', 'shake_128', 'md5', 'nope', 'SHA-256', 'blake2b', 'sm3', 'ripemd160', 'sha512_256', 'md5-sha1', '\ud800', '', 'PBKDF2', '../x'): t(lambda: hashlib.new(n)); t(lambda: hashlib.new(n, b'x', usedforsecurity=False).digest()); t(lambda: hmac.new(b'k', b'm', n).digest()); t(lambda: hashlib.pbkdf2_hmac(n, b'', b'', 1)); t(lambda: hmac.digest(b'', b'', n))
t(lambda: hashlib.pbkdf2_hmac('sha256', b'p', b's', 1, -1)); t(lambda: hashlib.pbkdf2_hmac('sha256', b'p', b's', 1, 0)); t(lambda: hashlib.scrypt(b'p', salt=b's', n=2, r=1, p=1)); t(lambda: hashlib.shake_128(b'x').digest(-1)); t(lambda: hashlib.blake2b(b'', key=b'k')); t(lambda: hashlib.blake2b(salt=b'x')); t(lambda: hashlib.blake2b(person=b'x')); t(lambda: hashlib.blake2b(fanout=3)); t(lambda: hashlib.blake2b(tree=1)); t(lambda: hashlib.file_digest(io.BytesIO(b''), 'md5'))
for d in (b'', b'x', b'\x00' * 50, zlib.compress(b'abc')[:-3], zlib.compress(b'a')[:5] + b'zzzzzz'):
    t(lambda: zlib.decompress(d)); t(lambda: zlib.decompress(d, -15)); t(lambda: zlib.decompress(d, 31)); t(lambda: zlib.decompressobj().decompress(d)); t(lambda: zlib.decompressobj(wbits=40))
for l in (-5, 10, 99): t(lambda: zlib.compress(b'a', l)); t(lambda: zlib.compressobj(l)); t(lambda: zlib.compressobj(wbits=l)); t(lambda: zlib.decompress(b'', bufsize=l))
for enc in ('nope', 'utf-8-sig', 'utf-7', 'idna', 'punycode', 'rot13', 'hex', 'base64', 'zlib', 'raw_unicode_escape', 'mbcs', 'cp037', 'big5', 'euc_jp', 'iso2022_jp', 'utf-32', 'undefined', 'unicode_internal', '\ud800', 'a' * 1000, 'x-java', 'COMPOUND_TEXT', 'x-MS932_0213', 'GB18030', 'UTF_8;x', 'ISO-2022-CN', 'x-IBM300'):
    t(lambda: 'aé\ud800'.encode(enc)); t(lambda: b'a\xff\x80'.decode(enc)); t(lambda: 'abc'.encode(enc, 'nope')); t(lambda: b'\xff'.decode(enc, 'nope')); t(lambda: bytes('é', enc)); t(lambda: str(b'\xff', enc)); t(lambda: 'é'.encode(enc, 'xmlcharrefreplace'))
