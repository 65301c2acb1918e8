# technique: modules that ask the system for its name and address, or read entities of a document
# goal: read a file, the real sys, the host's name or address
# impact: read
import platform
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


attempt(lambda: ET.parse(FILE))
attempt(lambda: ET.ElementTree(file=FILE))
attempt(lambda: ET.ElementTree(ET.Element("a")).write("/tmp/written"))
attempt(lambda: list(ET.iterparse(FILE)))
attempt(lambda: ET.fromstring(f'<!DOCTYPE a [<!ENTITY e SYSTEM "file://{FILE}">]><a>&e;</a>').text)
attempt(lambda: ET.fromstring(f'<!DOCTYPE a [<!ENTITY % e SYSTEM "file://{FILE}"> %e;]><a>&e;</a>').text)

# What they import for themselves.
for module in (platform, ET, saxutils, uuid, entities):
    for name in ("os", "sys", "builtins", "subprocess", "socket", "deque", "open_library", "warnings", "_io", "struct"):
        if hasattr(module, name):
            escaped(getattr(module, name))

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
print(ET.tostring(ET.fromstring("<a>text</a>")), saxutils.escape("<"))
