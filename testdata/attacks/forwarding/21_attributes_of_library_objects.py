# technique: what may be set of a Repr, a DictReader, a DictWriter and an ArgumentParser is called by their methods: a getter of a builtin, a class's methods, a namespace
# source: reading pyrestrict
# goal: reach what no object may be asked for through the library's own reads
# impact: policy
import argparse
import csv
import io
import queue
import reprlib

secret = queue.Queue()
objects = (reprlib.Repr(), reprlib.aRepr, csv.DictReader(io.StringIO('a\n1\n')), csv.DictWriter(io.StringIO(), ['a']),
           argparse.ArgumentParser(prog='p', exit_on_error=False))


def attempt(call):
    try:
        return call()
    except (AttributeError, TypeError, ValueError, LookupError, RecursionError, argparse.ArgumentError, StopIteration, SystemExit):
        return None


for o in objects:
    for name in ('__class__', '__reduce_ex__', '__getstate__', '__init_subclass__', '__getattribute__', '__globals__'):
        attempt(lambda: setattr(o, name, queue.Queue))
    if type(o) is queue.Queue or o.__class__ is not type(o):
        escaped(o)
    for name in ('__globals__', '__reduce_ex__', '__subclasses__', '__code__', '__builtins__'):
        found = attempt(lambda: getattr(o, name))
        if found is not None and found is not queue.Queue:
            escaped(found)
    # A class's namespace isn't its instance's.
    attempt(lambda: setattr(type(o), 'changed', 1))
    if hasattr(type(o), 'changed'):
        escaped(type(o))
    methods = [m for m in dir(o) if not m.startswith('__')]
    for put in (str.format, '{0.__class__.__init__.__globals__}'.format, getattr, vars, object.__repr__):
        for name in methods[:]:
            kept = attempt(lambda: getattr(o, name))
            if attempt(lambda: setattr(o, name, put) or True):
                for call in (lambda: o.repr(secret), lambda: o.repr1('{0.__class__.__init__.__globals__}', 3), lambda: next(o),
                             lambda: o.writerow({'a': secret}), lambda: o.format_help(), lambda: o.parse_known_args(['x'])):
                    found = attempt(call)
                    if type(found) is dict and '__name__' in found or '__builtins__' in str(found):
                        escaped(found)
                if kept is not None:
                    attempt(lambda: setattr(o, name, kept))
