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
for v in ('', 'x', '1e999999999999', '0' * 100, '١', '1_', 'nan(1)', '\ud800', '1e', '--1', '0x', '1j1'):
    for f in (int, float, complex, decimal.Decimal, json.loads, base64.b64decode, binascii.unhexlify, bytes.fromhex, float.fromhex, datetime.date.fromisoformat, datetime.datetime.fromisoformat, uuid.UUID): t(lambda: f(v))
for a in (0, -1, 10**10, 10**20, -10**20, 1e300, float('nan'), float('inf'), 2**31, 2**63, None, 'x', 1j):
    for f in (datetime.date.fromordinal, datetime.datetime.fromtimestamp, datetime.datetime.utcfromtimestamp, datetime.date.fromtimestamp, time.gmtime, time.localtime, time.ctime, time.sleep if a in (-1, None, 'x') else str, chr, math.factorial, math.isqrt, math.sqrt, math.log, math.lgamma, math.gamma, math.exp, math.acosh, math.ceil, range, bytes if a in (-1, None, 'x') else str, bytearray if a in (-1, 'x') else str, 'a'.__mul__ if a in (-1, 'x') else str, [].__imul__, round, hash, hex, bin, abs, datetime.timedelta, random.getrandbits if a in (-1, 'x', None) else str, random.Random, unicodedata.name, array.array, memoryview, secrets.token_hex if a in (-1, 'x') else str, statistics.mean, itertools.count, itertools.repeat, 'abc'.center if a in (-1, 'x') else str, 'a'.zfill if a in (-1, 'x') else str, (5).to_bytes, int.from_bytes, time.strftime): t(lambda: f(a))
    t(lambda: datetime.datetime(a, 1, 1)); t(lambda: datetime.timedelta(days=a)); t(lambda: time.strftime('%Y', (a,) * 9)); t(lambda: time.mktime((a,) * 9)); t(lambda: datetime.datetime.now().replace(year=a)); t(lambda: datetime.timezone(a)); t(lambda: datetime.date.today() + datetime.timedelta(a)); t(lambda: [1][a]); t(lambda: [1][a:a]); t(lambda: (1 << a) if not isinstance(a, int) or a < 100 else 0); t(lambda: random.randint(a, a)); t(lambda: random.sample([1], a)); t(lambda: random.choices([1], k=a) if a in (-1, None, 'x') else 0); t(lambda: divmod(a, 0)); t(lambda: math.comb(a, 2)); t(lambda: format(1.5, f'.{a}f') if a in (0, -1, None, 'x') else 0); t(lambda: '%*d' % (a, 1) if a in (-1, None, 'x', 10**20) else 0); t(lambda: datetime.datetime.strptime(str(a), '%Y')); t(lambda: io.BytesIO(b'x').seek(a)); t(lambda: io.StringIO('x').read(a)); t(lambda: io.StringIO('x').seek(a)); t(lambda: io.BytesIO(b'x').truncate(a) if a in (-1, None, 'x') else 0)
