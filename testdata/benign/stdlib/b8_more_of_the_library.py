# Modules and members that ordinary programs import without using anything of the system's.
import argparse
import gzip
import html.entities
import io
import locale
import logging
import mimetypes
import platform
import shlex
import stat
import sys
import uuid
import zlib

data = gzip.compress(b"hello " * 100, mtime=0)
print(len(data) < 60, data[:4], gzip.decompress(data + gzip.compress(b"more"))[-10:])
packed = io.BytesIO()
with gzip.GzipFile(fileobj=packed, mode="wb") as file:
    file.write(b"one\n")
    file.write(b"two\n")
packed.seek(0)
with gzip.open(packed, "rt") as file:
    print([line for line in file])
for broken in (b"abcdefghijkl", data[:-4], data[:-8] + bytes(8)):
    try:
        print(gzip.decompress(broken))
    except (EOFError, gzip.BadGzipFile) as error:
        print(type(error).__name__, error)

for name in ("index.html", "photo.JPG", "a.tar.gz", "x.tgz", "notes", ".profile", "data.json", "t.unknown"):
    print(name, mimetypes.guess_type(name))
print(mimetypes.guess_extension("image/png"), mimetypes.guess_all_extensions("text/plain")[:2])

print(locale.setlocale(locale.LC_ALL, "C"), locale.localeconv()["decimal_point"], locale.format_string("%.2f", 1234.5, grouping=True))
print(locale.atof("1.5"), locale.str(2.5), sorted(["b", "B", "a"], key=locale.strxfrm))
print(platform.python_version_tuple()[:2], platform.system(), platform.python_implementation() == sys.implementation.name.title().replace("Cp", "CP"))
print(stat.filemode(stat.S_IFDIR | 0o755), stat.S_ISREG(0o100644), html.entities.name2codepoint["eacute"], html.entities.html5["amp;"])

lexer = shlex.shlex("a && 'b c' # d", posix=True, punctuation_chars=True)
print(list(lexer))
lexer = shlex.shlex("one,two; three", posix=True)
lexer.whitespace += ",;"
lexer.whitespace_split = True
print(list(lexer))

first, second = uuid.uuid1(), uuid.uuid1()
print(first.version, first < second or first.time < second.time, uuid.uuid1(node=5, clock_seq=3).node, uuid.getnode() == uuid.getnode())
parser = argparse.ArgumentParser(prog="p")
parser.add_argument("file", type=argparse.FileType("r"))
print(parser.parse_args(["-"]).file is sys.stdin, argparse.FileType("w", encoding="UTF-8"))
machine = zlib.compressobj()
print(zlib.decompress(machine.compress(b"abc") + machine.flush(zlib.Z_FINISH)))
sys.path.insert(0, "lib")
print(sys.path[0], sys.is_finalizing(), logging.FileHandler.__name__, io.open is open)
