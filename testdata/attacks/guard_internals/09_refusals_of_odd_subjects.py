# technique: guards are made to refuse a great many things, with subjects of the guest's making
# source: own; the host is told of refusals
# goal: a log that is full, a line of it written by the guest, a listener that runs the guest's code
# impact: guard
import collections


class Text(str):
    def __eq__(self, other):
        escaped('compared')

    __hash__ = str.__hash__

    def __format__(self, spec):
        escaped('formatted')
        return 'x'

    def __str__(self):
        escaped('said')
        return 'x'

    def __getitem__(self, key):
        escaped('cut')
        return self


class Meta(type):
    @property
    def __name__(cls):
        escaped('named')
        return 'x'

    def __repr__(cls):
        escaped('shown')
        return 'x'


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except (AttributeError, TypeError, NameError, ImportError):
        return None


Odd = type('a\nERROR app: all is well\u202e', (), {})
Named = Meta('Named', (), {})
for subject in (Odd, Odd(), Named, Named(), attempt, collections, collections.deque, 1):
    for name in ('__globals__', '__code__', 'f_globals', '__subclasses__', 'gi_frame', '_private', '__dict__\n', 'x' * 10_000, Text('__globals__'), Text('_private')):
        attempt(getattr, subject, name)
        attempt(setattr, subject, name, 1)
        attempt(delattr, subject, name)
for number in range(3000):
    attempt(setattr, collections, f'x{number}', 1)
    attempt(getattr, attempt, '__globals__')
