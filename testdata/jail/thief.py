# Looks for SECRET of the prologue wherever it can be told to look.
found = []
visited = []
NAMES = ['__globals__', '__closure__', '__code__', '__func__', '__self__', '__wrapped__', '__dict__', '__defaults__', '__kwdefaults__', '__annotations__',
         '__builtins__', '__class__', '__init__', '__mro__', '__subclasses__', '__traceback__', '__context__', '__cause__', '__module__', '__doc__', '__name__',
         '__qualname__', '__reduce__', '__reduce_ex__', '__getattribute__', '__get__', '__call__', '__notes__', '__loader__', '__spec__', 'tb_frame', 'tb_next',
         'f_globals', 'f_locals', 'f_back', 'f_code', 'gi_frame', 'cr_frame', 'args', 'obj', 'name', 'value', 'code', 'path', 'exceptions', 'owner', 'balance']


def look(thing, depth=0):
    if depth > 2 or len(visited) > 150 or type(thing) in (int, bool, float) or any(thing is other for other in visited):
        return
    visited.append(thing)
    for how in (repr, str, ascii, format):
        try:
            found.append(how(thing))
        except Exception as e:
            found.append(str(e))
    names = list(NAMES)
    try:
        names += dir(thing)[:100]
    except Exception:
        pass
    for name in names:
        for how in (lambda: getattr(thing, name), lambda: vars(thing)[name], lambda: thing[name]):
            try:
                value = how()
            except Exception:
                continue
            look(value, depth + 1)
    if isinstance(thing, (list, tuple, dict, set, frozenset)):
        for part in list(thing):
            look(part, depth + 1)
        if isinstance(thing, dict):
            look(list(thing.values()), depth + 1)
    for pattern in ('{0.__globals__}', '{0.__closure__[0].cell_contents}', '{0.__code__.co_consts}', '{0.__self__}', '{0.__dict__}', '{0.__traceback__.tb_frame.f_globals}'):
        try:
            found.append(pattern.format(thing))
        except Exception as e:
            found.append(str(e))


def caught(f, *given):
    try:
        look(f(*given))
    except BaseException as e:
        look(e)
        look(e.__context__)
        look(e.__cause__)
        look(e.args)
        try:
            raise RuntimeError('outer') from e
        except RuntimeError as outer:
            look(outer)
        import traceback
        found.append(''.join(traceback.format_exception(e)))


HANDED = [price_of, charge, signed, failing, subclass, prices, unlock, keep_giving, vault]
for thing in HANDED:
    look(thing)
for how in ('chained', 'attribute', 'exit', 'class', 'object', 'function', 'generator', 'module', 'held', 'deep', 'none'):
    caught(failing, how)
for f in (price_of, charge, signed, subclass, unlock, keep_giving):
    caught(f)
    caught(f, 1)
    caught(f, [], {})
    caught(f, object())


visited.clear()


def at_the_edge(f, depth=0):
    """Calls it where there is hardly any stack left."""
    try:
        at_the_edge(f, depth + 1)
    except RecursionError as e:
        edges.append(e)
    if len(edges) < 5:
        try:
            edges.append(f('tea'))
        except BaseException as e:
            edges.append(e)


edges = []
for f in (price_of, signed, failing):
    edges.clear()
    at_the_edge(f)
    for e in edges:
        look(e, 1)
        look(getattr(e, '__context__', None), 1)


class Evil:
    def __eq__(self, other):
        look(other)
        return True

    def __hash__(self):
        return hash('tea')

    def __index__(self):
        return 1

    def __call__(self, *given):
        look(given)


caught(price_of, Evil())
caught(signed, Evil())
caught(price_of, [Evil()])

import sys
import json
import time
import random

visited.clear()
for module in (sys, json, time, random):
    look(module, 1)
look(sys.exc_info())
look(globals())
look(locals())
for name in ('SECRET', 'account', 'Account', 'seen', 'price_list', 'os', 'hashlib', 'give', 'replace', 'remove', 'enter_jail', 'Refusal', 'late'):
    if name in globals() or hasattr(sys, name):
        found.append('reached ' + name)
for text in found:
    if 'secret-4711' in text or 'reached' in text or 'prologue.py' in text or 'Account' in text:
        print('FOUND', text)
print('looked at', len(found) > 1000)
