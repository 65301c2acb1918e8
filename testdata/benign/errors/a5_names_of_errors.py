"""What errors of modules that are written in C call themselves."""
import binascii
import collections
import json
import struct
import traceback
import weakref
import zlib

for action in (lambda: struct.pack('b', 1000), lambda: zlib.decompress(b'1'), lambda: json.loads('{'), lambda: binascii.unhexlify('1'), lambda: int('x')):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, type(error).__module__, type(error).__qualname__)
        print(traceback.format_exc().splitlines()[-1])
try:
    struct.unpack('i', b'')
except struct.error as error:
    print(repr(error), type(error))


class Mine(struct.error):
    pass


class Ordered(collections.OrderedDict):
    pass


print(Mine.__mro__, Ordered.__mro__, weakref.ref, type(collections.OrderedDict()), Ordered(a=1))
