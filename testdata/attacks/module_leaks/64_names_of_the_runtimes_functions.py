# technique: what is said of a call with too few arguments names the function by where it stands in the runtime
# source: red team of the merged tree, fuzzing
# goal: names of the runtime's insides in a message
# impact: info
import datetime
import functools
import hashlib
import itertools
import math
import operator
import sys
import traceback
import weakref
import zlib

for function in (math.factorial, math.comb, math.cbrt, math.sumprod, operator.attrgetter, operator.methodcaller, functools.wraps,
                 functools.singledispatch, hashlib.new, zlib.decompress, datetime.date.fromisoformat, itertools.count().__next__,
                 traceback.format_tb, weakref.ProxyType.__lt__, weakref.ProxyType.__radd__, weakref.ProxyType.__len__, sys.setrecursionlimit, 'x'.format_map, getattr, sum, pow, vars, anext, iter, dir, open):
    try:
        function(*[0] * 9, nothing=1)
    except Exception as error:
        if '<locals>' in str(error):
            ESCAPED = (function, str(error))
    try:
        function()
    except Exception as error:
        if '<locals>' in str(error):
            ESCAPED = (function, str(error))
