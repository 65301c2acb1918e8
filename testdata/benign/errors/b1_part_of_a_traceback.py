"""Part of a traceback: its first places, its last ones, without what it came from."""
import io
import re
import traceback


def read(n):
    if n == 0:
        raise LookupError('nothing here')
    return read(n - 1)


def load():
    try:
        read(5)
    except LookupError as error:
        raise ValueError('not loaded') from error


def shown(text):
    print(re.sub('File ".*?"', 'File', text))


out = io.StringIO()
try:
    load()
except ValueError as error:
    shown(traceback.format_exc(limit=1))
    shown(traceback.format_exc(limit=-1, chain=False))
    traceback.print_exc(limit=1, file=out)
    traceback.print_exception(error, limit=1, file=out, chain=False)
    shown(out.getvalue())
    print(traceback.format_exception(type(error), error, error.__traceback__, chain=False)[-1])
    places = traceback.format_tb(error.__cause__.__traceback__)
    shown(''.join(places[-2:]))
    print(len(places), len(traceback.format_tb(error.__cause__.__traceback__, 2)))
