# What modules say about themselves and about wrong arguments.
import hashlib
import operator
import re
import struct

print(operator.attrgetter("a.b"), operator.attrgetter("a", "b"), operator.methodcaller("f", 1, key=2))
print(type(operator.attrgetter("a")).__name__, type(operator.methodcaller("a")).__name__)
print(operator.attrgetter("real", "imag")(3 + 4j), operator.methodcaller("split", ",")("a,b"))
print(sorted(["bb", "a"], key=operator.methodcaller("__len__")), list(map(operator.attrgetter("real"), [1, 2])))

try:
    struct.pack("B", 300)
except struct.error as error:
    print(error)

for hashed in (lambda: hashlib.sha256("text"), lambda: hashlib.md5().update("text"), lambda: hashlib.new("sha1", "text")):
    try:
        hashed()
    except TypeError as error:
        print(error)

for search in (lambda: re.match("a", 5), lambda: re.compile("a").search(1.5)):
    try:
        search()
    except TypeError as error:
        print(error)
