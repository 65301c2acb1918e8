import os  # expect: PR0301
from asyncio import *  # expect: PR0302
from . import x  # expect: PR0303
from random import _os  # expect: PR0304
def f(): pass
f.__globals__  # expect: PR0201
f.__undecided__  # expect: PR0201 nobody has decided
(x for x in ()).gi_frame  # expect: PR0202
f.__code__ = 1  # expect: PR0203
del f.__class__  # expect: PR0203
class C:
    def __getattribute__(self, name): pass  # expect: PR0501
    def mro(cls): pass  # expect: PR0501
    def __del__(self): pass  # expect: PR0502 never called
    def m(self):
        global __x  # expect: PR0105
match f:
    case C(__globals__=g): pass  # expect: PR0404
    case f.__code__: pass  # expect: PR0404
    case str(format=g): pass  # expect: PR0404
eval('x')  # expect: PR0601
def annotated(a: eval('1')): pass  # expect: PR0601
f"{f.__closure__}"  # expect: PR0201
