# technique: modules that open files, ask the system for its name and address, or read entities of a document
# goal: read a file, the real sys, the host's name or address
# impact: read
import argparse
import gzip
import io
import logging
import mimetypes
import platform
import shlex
import sys
import uuid
import xml.etree.ElementTree as ET
from html import entities
from xml.sax import saxutils

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
attempt(lambda: ET.parse(FILE))
attempt(lambda: ET.ElementTree(file=FILE))
attempt(lambda: ET.ElementTree(ET.Element("a")).write("/tmp/written"))
attempt(lambda: list(ET.iterparse(FILE)))
attempt(lambda: ET.fromstring(f'<!DOCTYPE a [<!ENTITY e SYSTEM "file://{FILE}">]><a>&e;</a>').text)
attempt(lambda: ET.fromstring(f'<!DOCTYPE a [<!ENTITY % e SYSTEM "file://{FILE}"> %e;]><a>&e;</a>').text)
attempt(lambda: mimetypes.MimeTypes([FILE]))
attempt(lambda: mimetypes.read_mime_types(FILE))
attempt(lambda: mimetypes.init([FILE]))
attempt(lambda: logging.FileHandler("/tmp/written"))
attempt(lambda: logging.basicConfig(filename="/tmp/written", force=True))
attempt(lambda: io.open(FILE))

# What they import for themselves.
for module in (shlex, gzip, io, platform, mimetypes, ET, saxutils, uuid, entities):
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

# Nothing of the host's: neither its name nor its address, which would not be marked as random.
if platform.node() or platform.version() or platform.release() or any(platform.uname()[1:]):
    escaped(platform.uname())
if not uuid.getnode() >> 40 & 1 or not uuid.uuid1().node >> 40 & 1:
    escaped(uuid.getnode())
if sys.executable or sys.prefix or sys.path != [""]:
    escaped(sys.path)
for name in ("modules", "meta_path", "path_hooks", "_getframe"):
    if hasattr(sys, name) or hasattr(sys.implementation, name):
        escaped(name)

# A lexer's methods with another object for self.
for target in (sys, shlex, io, shlex.shlex, type(sys)):
    try:
        shlex.shlex.__init__(target, "text")
    except (TypeError, AttributeError):
        continue
print("text".split(), io.StringIO("x").read(), shlex.split("a b"))
