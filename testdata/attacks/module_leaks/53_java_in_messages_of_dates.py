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
for f in ('%Q', '%', '%%%', '\ud800', '%E', '%-d', '%5', '%\0', '%O', 'é%'): t(lambda: time.strftime(f)); t(lambda: datetime.datetime.now().strftime(f)); t(lambda: datetime.datetime.strptime('1', f)); t(lambda: format(datetime.date.today(), f))
