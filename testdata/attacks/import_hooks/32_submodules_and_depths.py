# technique: imports that may fail: submodules of facades, members that modules have and do not offer, imports at the end of the stack
# source: own
# goal: a module behind a facade; builtins that an import brings back for a while; paths of the server
# impact: policy
import sys
TYPE_CHECKING = False
log = []
def note(e):
    for n in ('name', 'path', 'msg', 'args', '__cause__', '__context__', '__traceback__', 'obj', 'name_from'):
        try: log.append((n, getattr(e, n)))
        except AttributeError: pass
for_ = []
try:
    import numpy as np
except ImportError as e: note(e)
try:
    from os import path
except ImportError as e: note(e)
try:
    from json import decoder, encoder, scanner, tool
    escaped('json submodules')
except ImportError as e: note(e)
try:
    import json.tool, json.encoder
    escaped(json.encoder)
except ImportError as e: note(e)
try:
    import xml.sax.handler as h
    escaped(h)
except ImportError as e: note(e)
try:
    from xml.sax import saxutils
    from xml.sax.saxutils import escape
except ImportError as e: note(e)
try:
    import xml.sax
except ImportError as e: note(e)
try:
    from collections import OrderedDict, Callable
except ImportError as e: note(e)
try:
    from collections import _collections_abc, _link, namedtuple
    escaped('x')
except ImportError as e: note(e)
try:
    from typing import _GenericAlias
    escaped('x')
except ImportError as e: note(e)
try:
    from enum import _EnumDict
    escaped('x')
except ImportError as e: note(e)
try:
    from abc import _py_abc
    escaped('x')
except ImportError as e: note(e)
try:
    from email import utils, message, charset
    escaped('x')
except ImportError as e: note(e)
try:
    from email.utils import _parseaddr, quote
except ImportError as e: note(e)
try:
    from logging import handlers, config, _lock
    escaped('lock')
except ImportError as e: note(e)
try:
    from concurrent.futures import thread
    escaped('x')
except ImportError as e: note(e)
try:
    from concurrent.futures.thread import ThreadPoolExecutor
    escaped('x')
except ImportError as e: note(e)
try:
    import urllib.request, urllib.error
    escaped('x')
except ImportError as e: note(e)
try:
    import this, antigravity
except ImportError as e: note(e)
try:
    import encodings.idna
    escaped('x')
except ImportError as e: note(e)
def deep(n):
    if n == 0:
        try:
            import bisect
            return bisect
        except ImportError as e: note(e)
        except RecursionError as e: return None
    return deep(n - 1)
for n in range(960, 1000, 9):
    try: deep(n)
    except RecursionError: pass
try:
    open
    value = open('/etc/hostname').read()
    escaped(value)
except OSError: pass
for n in ('compile', 'exec', 'eval', '__graalpython__', 'breakpoint'):
    if n in globals(): escaped(n)
def known(f):
    try: return f()
    except NameError: return None
if known(lambda: __graalpython_x) is not None: escaped('x')
for n, v in log:
    if v is not None and n in ('path', '__cause__', '__context__', 'obj') : escaped((n, v))
    if isinstance(v, str) and ('/' in v or 'Java' in v or 'java' in v): escaped((n, v))
    if n == 'args' and any('/' in str(a) for a in v): escaped((n, v))
