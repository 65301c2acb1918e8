# technique: deepcopy() shows what it has copied, and what it keeps alive, to the memo that it is given
# source: reading GraalPy's library
# goal: the namespace of a module, with the guards in it
# impact: guard
import asyncio
import copy
import json
import operator
import sys

for thing in (json, asyncio, sys.stdout, sys.stdout.buffer, operator.methodcaller('x'), iter(lambda: 1, 2), range(10 ** 9)):
    memo = {}
    try:
        copy.deepcopy(thing, memo)
    except TypeError:
        pass
    for found in memo.values():
        if isinstance(found, dict) and any(isinstance(name, str) and name[:1] == name[-1:] == '_' and name[1] != '_' for name in found):
            escaped(found)
