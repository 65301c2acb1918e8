# technique: a builtin's name is bound in each way that binds a name, and unbound again
# source: own
# goal: the real builtin behind it
# impact: escape
import math
for unbind in range(1):
    len = 1
    del len
    assert len('abc') == 3
    try: 1/0
    except ZeroDivisionError as e2:
        pass
def shadow():
    global getattr
    getattr = 5
    del getattr
    try:
        return getattr(math, '__lo' + 'ader__')
    except AttributeError as e:
        return 'refused'
assert shadow() == 'refused'
def shadow2():
    global vars
    for vars in [1]: pass
    del vars
    return vars
assert shadow2().__name__ == 'vars'
class N:
    getattr = 1
    del getattr
    try:
        x = getattr(math, '__di' + 'ct__')
        if type(x) is dict:
            escaped('getattr')
    except AttributeError: pass
    open = 1
    del open
    try:
        open('/etc/hostname').read(); escaped('open')
    except OSError: pass
    eval = 1
    del eval
    try:
        escaped(eval('1'))
    except NameError: pass
with_ = 0
from contextlib import nullcontext
with nullcontext(1) as open: pass
del open
try:
    open('/etc/hostname').read(); escaped('open')
except OSError: pass
import math as open
del open
try:
    open('/etc/hostname').read(); escaped('open')
except OSError: pass
from math import pi as open
del open
try:
    open('/etc/hostname').read(); escaped('open')
except OSError: pass
def open(): pass
del open
try:
    open('/etc/hostname').read(); escaped('open')
except OSError: pass
class open: pass
del open
try:
    open('/etc/hostname').read(); escaped('open')
except OSError: pass
type open = int
del open
try:
    open('/etc/hostname').read(); escaped('open')
except OSError: pass
open: int = 4
del open
try:
    open('/etc/hostname').read(); escaped('open')
except OSError: pass
match [1]:
    case [open]: pass
del open
try:
    open('/etc/hostname').read(); escaped('open')
except OSError: pass
match [1]:
    case [*open]: pass
del open
match {'a': 1}:
    case {**open}: pass
del (open)
[open] = [1]
del [open]
(open := 1)
del open
[(open := 1) for _ in 'a']
del open
open = 1
del (open, with_), []
try:
    open('/etc/hostname').read(); escaped('open')
except OSError: pass
