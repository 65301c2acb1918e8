# technique: the places that are running, asked for where trusted code and the library's stand in between
# source: own: traceback.extract_stack, format_stack and StackSummary can be imported now
# goal: a frame; file names, lines or functions that are not the program's
# impact: introspect
import collections
import functools
import json
import re
import threading
import traceback

seen = []


def look(*_):
    for place in traceback.extract_stack():
        seen.append(tuple(place))
        if type(place) is not traceback.FrameSummary:
            escaped(place)
        for name in ('f_back', 'f_globals', 'f_locals', 'tb_frame', '_said', 'locals', 'gi_frame'):
            if getattr(place, name, None) is not None:
                escaped((place, name))
    return 'x'


class Key:
    def __eq__(self, other):
        look()
        return True

    def __hash__(self):
        look()
        return 1

    def __repr__(self):
        return look()

    def __str__(self):
        return look()

    def __format__(self, spec):
        return look()


sorted([1, 2], key=look)
list(map(look, [1]))
json.dumps({'a': Key()}, default=look)
re.sub('a', look, 'aa')
functools.reduce(lambda a, b: look(), [1, 2, 3])
collections.defaultdict(look)['x']
f'{Key()} {Key()!r}'
{Key(): 1}[Key()]
repr([Key()])
'{}'.format(Key())
functools.lru_cache(look)(Key())
thread = threading.Thread(target=look)
thread.start()
thread.join()
for file, line, name, text in seen:
    if 'pyrestrict/' in file or file.startswith('<') or '/lib' in file or name in ('boot', 'guards', 'facade', 'read_attribute', 'members', 'import_guard'):
        escaped((file, line, name, text))
for wrong in (5, look, (lambda: (yield))(), traceback, object()):
    try:
        escaped(traceback.extract_stack(wrong))
    except TypeError:
        pass


class Hostile(traceback.StackSummary):
    def __iter__(self):
        return iter([('a', 1, Key(), Key())])


for o in (Hostile(), [('a', 1, 'b', 'c')], 5, json, {}):
    try:
        made = traceback.StackSummary.format(o)
    except (TypeError, ValueError, AttributeError):
        continue
    if any(type(line) is not str for line in made):
        escaped(made)
for text in ('{0.__class__}', '{0.__globals__}'):
    try:
        made = traceback.StackSummary.from_list([(text, 1, text, text)]).format()
    except (TypeError, ValueError):
        continue
    if any('<class' in line or 'dict' in line for line in made):
        escaped(made)
