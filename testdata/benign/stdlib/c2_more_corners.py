# What examples of the library's documentation showed to differ.
import functools
import hashlib
import io
import sys
import argparse
from typing import Optional, Union


@functools.singledispatch
def kind(arg):
    return 'object'


@kind.register
def _(arg: Union[list, set]):
    return 'collection'


@kind.register
def _(arg: Optional[str]):
    return 'text or nothing'


@kind.register
def _(arg: int | float):
    return 'number'


print(kind({1}), kind([]), kind(''), kind(None), kind(1.5), kind(()))
print(sorted(cls.__name__ for cls in kind.registry))

print(hashlib.file_digest(io.BytesIO(b'abc'), 'sha256').hexdigest()[:16])
print(hashlib.file_digest(io.BytesIO(b'abc'), hashlib.md5).hexdigest())


class Chunks:
    def __init__(self, *parts):
        self.parts = [*parts]

    def readinto(self, buffer):
        part = self.parts.pop(0) if self.parts else b''
        buffer[:len(part)] = part
        return len(part)

    def readable(self):
        return True


print(hashlib.file_digest(Chunks(b'a', b'bc'), hashlib.md5).hexdigest())
try:
    hashlib.file_digest(io.StringIO('abc'), 'md5')
except ValueError as e:
    print(str(e)[-49:])

before = sys.argv
sys.argv = ['tool.py', '--count', '3', 'name']
parser = argparse.ArgumentParser(prog='tool')
parser.add_argument('--count', type=int)
parser.add_argument('name')
print(parser.parse_args(), sys.argv[1:])
sys.argv = before
