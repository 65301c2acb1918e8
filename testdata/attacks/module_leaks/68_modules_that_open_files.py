# technique: modules that open files
# goal: read a file, the real sys
# impact: read
import argparse
import gzip
import io
import logging
import mimetypes
import shlex
import sys

FILE = "/etc/passwd"


def attempt(function):
    try:
        found = function()
    except (Exception, SystemExit):
        return
    escaped(found)


def read_include():
    lexer = shlex.shlex(f'include "{FILE}" and more')
    lexer.source = "include"
    lexer.wordchars += "/"
    return lexer.get_token()


class Included(shlex.shlex):
    def __init__(self, text):
        super().__init__(text)
        self.source = "include"


attempt(read_include)
attempt(lambda: Included(f'include "{FILE}"').get_token())
attempt(lambda: shlex.shlex.sourcehook(shlex.shlex("x"), FILE)[1].read())
attempt(lambda: Included.sourcehook(Included("x"), f'"{FILE}"'))
attempt(lambda: argparse.FileType("r")(FILE).read())
attempt(lambda: gzip.open(FILE).read())
attempt(lambda: gzip.GzipFile(FILE).read())
attempt(lambda: mimetypes.MimeTypes([FILE]))
attempt(lambda: mimetypes.read_mime_types(FILE))
attempt(lambda: mimetypes.init([FILE]))
attempt(lambda: logging.FileHandler("/tmp/written"))
attempt(lambda: logging.basicConfig(filename="/tmp/written", force=True))
attempt(lambda: io.open(FILE))

# What they import for themselves.
for module in (shlex, gzip, io, mimetypes):
    for name in ("os", "sys", "builtins", "subprocess", "socket", "deque", "open_library", "warnings", "_io", "struct"):
        if hasattr(module, name):
            escaped(getattr(module, name))

# The input of a lexer without text is the guest's.
if shlex.shlex().instream is not sys.stdin:
    escaped(shlex.shlex().instream)
instream = shlex.shlex().instream
for name in ("fileno", "detach", "raw"):
    if hasattr(instream, name):
        escaped(getattr(instream, name))

# A lexer's methods with another object for self.
for target in (sys, shlex, io, shlex.shlex, type(sys)):
    try:
        shlex.shlex.__init__(target, "text")
    except (TypeError, AttributeError):
        continue
print("text".split(), io.StringIO("x").read(), shlex.split("a b"))
