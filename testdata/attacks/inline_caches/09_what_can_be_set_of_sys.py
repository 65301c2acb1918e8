# technique: argv and the streams can be set of the module sys and nothing else; after them others are set of the same variable
# source: own; in fast mode a variable of which an attribute has been set is not asked again
# goal: a member of a module's facade, which modules of the library use
# impact: shared
import io
import sys


def argv(s):
    s.argv = ['x']
    s.maxsize = 1


def more_argv(s):
    s.argv += ['x']
    s.maxsize = 1


def unpacked(s):
    s.argv, rest = ['x'], 1
    s.maxsize = rest


def chained(s):
    other = s.argv = ['x']
    s.maxsize = len(other)


def in_a_loop(s):
    for s.argv in (['x'], ['y']):
        s.maxsize = 1


def stdin(s):
    s.stdin = io.StringIO('x')
    s.maxsize = 1


def stdout(s):
    before = s.stdout
    s.stdout = before
    s.maxsize = 1


def stderr(s):
    before = s.stderr
    s.stderr = before
    s.exc_info = None


def private(s):
    s.argv = ['x']
    s._evil = 1
    s._evil += 1


def deleted(s):
    s.argv = ['x']
    del s.maxsize


before = dict(maxsize=sys.maxsize, exc_info=sys.exc_info)
for attempt in (argv, more_argv, unpacked, chained, in_a_loop, stdin, stdout, stderr, private, deleted):
    try:
        attempt(sys)
    except (TypeError, AttributeError):
        pass
    if not hasattr(sys, 'maxsize') or dict(maxsize=sys.maxsize, exc_info=sys.exc_info) != before or hasattr(sys, '_evil'):
        escaped(attempt.__name__)
