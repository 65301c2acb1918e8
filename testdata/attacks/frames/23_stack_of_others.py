# technique: the stack asked for in the middle of library code, by odd limits, and a StackSummary made or filled by the guest
# source: own: traceback.extract_stack() and StackSummary can be had now
# goal: a place of the library's or the runtime's, a frame, a class of the library that answers for a guest's object
# impact: guard
import functools
import itertools
import json
import re
import sys
import traceback
import weakref

seen = []


def look(*_, **__):
    seen.append(traceback.extract_stack())
    seen.append(traceback.StackSummary.from_list(traceback.extract_stack()))
    return 'x'


class Writer:
    def write(self, text):
        if 'File "' in text and __file_name not in text:
            escaped(text)
        look()

    def flush(self):
        pass


class Limit(int):
    """Answers otherwise each time."""
    def __ge__(self, other):
        look()
        return not seen

    def __neg__(self):
        return None

    def __index__(self):
        look()
        return 10 ** 20


class Key:
    def __hash__(self):
        look()
        return 1

    def __eq__(self, other):
        look()
        return True

    def __getitem__(self, i):
        look()
        if type(i) is int and i > 3:
            raise IndexError
        return 'file', 1, 'name', 'text'

    def __len__(self):
        return 4


def attempt(function):
    try:
        return function()
    except Exception:
        return None


__file_name = traceback.extract_stack()[0].filename
for work in (lambda: functools.reduce(look, [1, 2, 3]), lambda: sorted([3, 1], key=look), lambda: re.sub('a', look, 'aa'), lambda: json.loads('{"a": 1}', object_hook=look),
             lambda: json.dumps({1: object()}, default=look), lambda: list(itertools.starmap(look, [(1,)])), lambda: {Key(): 1}[Key()], lambda: print('a', file=Writer()),
             lambda: traceback.print_stack(file=Writer()), lambda: traceback.extract_stack(limit=Limit(1)), lambda: traceback.extract_stack(Key()), lambda: traceback.extract_stack(limit=Key()),
             lambda: traceback.StackSummary.from_list([Key()]), lambda: traceback.StackSummary.from_list(Key()), lambda: traceback.StackSummary.format([Key()]),
             lambda: traceback.StackSummary.format(sys), lambda: traceback.format_list(Key()), lambda: functools.singledispatch(look)(Key()), lambda: [look() for _ in [1] for _ in [2]],
             lambda: weakref.WeakKeyDictionary({Key(): 1}).get(Key()), lambda: functools.lru_cache(look)(Key())):
    found = attempt(work)
    if isinstance(found, traceback.StackSummary):
        seen.append(found)
for summary in seen:
    for place in summary:
        if place.filename not in (__file_name, 'file') or 'pyrestrict' in str(place.name) or type(place) is not traceback.FrameSummary:
            escaped(tuple(place))
for cls in (traceback.StackSummary, traceback.FrameSummary):
    for name in ('format', 'from_list', '__init__', 'x'):
        if attempt(lambda: setattr(cls, name, look) or True):
            escaped((cls, name))
for o in (traceback.StackSummary.from_list, traceback.StackSummary.format, traceback.extract_stack, traceback.print_stack):
    for name in ('__globals__', '__code__', '__closure__', '__func__', '__wrapped__'):
        if attempt(lambda: getattr(o, name)) is not None:
            escaped((o, name))


class Mine(traceback.StackSummary):
    def __init__(self, places):
        seen.append(places)
        super().__init__(places)

    def __iter__(self):
        look()
        return iter([('a', 1, 'b', 'c')])


print(Mine.from_list([('a', 1, 'b', None)]).format(), len(seen) > 20)
