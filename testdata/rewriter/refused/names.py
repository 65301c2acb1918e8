_getattr_ = 1  # expect: PR0101 name '_getattr_' is reserved
def f(_write_, /): pass  # expect: PR0101
lambda *_getitem_: 0  # expect: PR0101
for _x_ in []: pass  # expect: PR0101
with f as _y_: pass  # expect: PR0101
try: pass
except ValueError as _e_: pass  # expect: PR0101
match 1:
    case [*_rest_]: pass  # expect: PR0101
    case {**_map_}: pass  # expect: PR0101
    case _cap_: pass  # expect: PR0101
import json as _j_  # expect: PR0101
from json import dumps as _d_  # expect: PR0101
def g[_T_](): pass  # expect: PR0101
type _A_ = int  # expect: PR0101
class _C_: pass  # expect: PR0101
(_w_ := 1)  # expect: PR0101
[0 for _i_ in ()]  # expect: PR0101
def h():
    global _g_  # expect: PR0101
del _inplacevar_  # expect: PR0101
__builtins__  # expect: PR0102
__import__('os')  # expect: PR0301 module 'os' can't be imported
__import__('math' + '')  # expect: PR0102 special name '__import__'
__import__('math', globals())  # expect: PR0102
__import__(name='math')  # expect: PR0102
__import__(*['math'])  # expect: PR0102
__import__(b'math')  # expect: PR0102
f = __import__  # expect: PR0102
match f:
    case __import__('math'): pass  # expect: PR0102
@__import__('os')  # expect: PR0301
def decorated(o=__import__('os')) -> __import__('sys').flags: pass  # expect: PR0301
del __import__('os').environ  # expect: PR0301
(lambda: __import__('o' 's'))  # expect: PR0301
__import__('\uff4fs')  # expect: PR0102
__import__('')  # expect: PR0102
__import__('math\0')  # expect: PR0102
__import__('math.')  # expect: PR0102
try: __import__('\ud800"\n[modules]')  # expect: PR0102
except ImportError: pass
undefined_name  # expect: PR0103 is not defined
try: pass
except ValueError as open: pass  # expect: PR0104
