# technique: sys.stdout can be set: what else can be set of sys, or of what stands in its place, after that
# source: own
# goal: a member of sys, or of another module, changed for the library; an attribute set without being asked for
# impact: guard
import io
import math
import sys

before = {name: getattr(sys, name) for name in dir(sys) if name[:2] != '__' or name in ('__stdout__', '__stderr__')}


def plainly(module):
    module.stdout = io.StringIO()
    module.exit = module.maxsize = 'changed'


def reversed_order(module):
    module.stdout, module.exit = io.StringIO(), 'changed'


def augmented(module):
    module.stdout = io.StringIO()
    module.maxsize += 1


def inside(module):
    module.stderr = io.StringIO()
    for module.hexversion in (1, 2):
        pass


def deleted(module):
    module.stdin = io.StringIO()
    del module.stdin


def dynamically(module):
    setattr(module, 'stdout', io.StringIO())
    setattr(module, 'exit', 'changed')


def by_name(module):
    vars(module)['exit'] = 'changed'


class Sys(type(sys)):
    def __eq__(self, other):
        return True

    __hash__ = None


class Name(str):
    def __eq__(self, other):
        return True

    __hash__ = str.__hash__

    def removesuffix(self, suffix):
        return escaped(suffix)


def lying_name(module):
    setattr(module, Name('exit'), 'changed')


for attempt in (plainly, reversed_order, augmented, inside, deleted, dynamically, by_name, lying_name):
    for module in (sys, math, io, None, 5, str, print):
        try:
            attempt(module)
        except (TypeError, AttributeError):
            pass
        finally:
            sys.stdout, sys.stderr, sys.stdin = sys.__stdout__, sys.__stderr__, sys.__stdin__
for name, value in before.items():
    if getattr(sys, name) is not value and getattr(sys, name) != value:
        escaped((name, getattr(sys, name)))
for module in (math, io):
    if hasattr(module, 'stdout'):
        escaped(module)


class Stream:
    """What the library and the guards hand it shows nothing of theirs."""

    def write(self, *arguments):
        for argument in arguments:
            if type(argument) is not str:
                escaped(argument)

    def __getattr__(self, name):
        return self.write


sys.stdout = sys.stderr = Stream()
import pprint
import traceback
import warnings

pprint.pprint([1, {'a': Stream}])
print('x', flush=True)
warnings.warn('w')
try:
    1 / 0
except ZeroDivisionError:
    traceback.print_exc()
for value in (None, 5, 'text', Stream, sys, math, print):
    sys.stdout = sys.stderr = sys.stdin = value
    for use in (lambda: print('x'), lambda: input(), lambda: warnings.warn('v'), lambda: traceback.print_exc(), lambda: pprint.pprint(1)):
        try:
            use()
        except (Exception, SystemExit) as error:
            if 'java' in str(error) or 'graal' in str(error).lower():
                escaped(error)
sys.stdout, sys.stderr, sys.stdin = sys.__stdout__, sys.__stderr__, sys.__stdin__


class Lines:
    def readline(self):
        return Name('x\n')


sys.stdin = Lines()
if type(input()) not in (str, Name):
    escaped(input())
