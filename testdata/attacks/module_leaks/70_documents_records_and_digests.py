# technique: what was written for guests lately is given objects that lie: nodes, records, handlers, files, arguments, unions
# source: red team of xml.dom.minidom, logging.handlers, configparser, hashlib.file_digest, sys.argv, singledispatch
# goal: a module, a function of the runtime, a name that is private to the library, or something that is everybody's
# impact: library
import argparse
import configparser
import functools
import hashlib
import io
import json
import logging
import logging.config
import logging.handlers
import sys
import time
import typing
import xml.dom
import xml.dom.minidom as minidom
import xml.parsers.expat

got = []


class Spy:
    """Answers everything, and looks at what it is handed."""
    nodeType = 1
    tagName = nodeName = data = 'a'
    name = levelno = 5

    def __init__(self, *arguments, **keywords):
        look(arguments, keywords)

    def __getattr__(self, name):
        if name[:1] == '_':
            raise AttributeError(name)
        return Spy()

    def __call__(self, *arguments, **keywords):
        look(arguments, keywords)
        return Spy()

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0

    def __getitem__(self, key):
        look((key,), {})
        return Spy()

    def __eq__(self, other):
        look((other,), {})
        return True

    def __hash__(self):
        return 5


def look(arguments, keywords):
    for value in (*arguments, *keywords.values()):
        if type(value).__name__ in ('module', 'frame', 'code', 'cell', 'builtin_function_or_method'):
            got.append(value)


def attempt(action):
    try:
        return action()
    except (Exception, SystemExit) as error:
        return error


# Everything of these modules, called with spies.
for module in (minidom, xml.dom, xml.parsers.expat, logging.handlers, logging.config):
    for name in dir(module):
        member = getattr(module, name)
        if type(member).__name__ == 'module' and name not in ('config', 'handlers', 'minidom', 'expat', 'etree'):
            got.append((module, name))
        if callable(member):
            for arguments in ((), (Spy(),), (Spy(), Spy()), ('<a b="c"/>',), ('a', 'b')):
                made = attempt(lambda: member(*arguments))
                for method in dir(made):
                    if method[:1] != '_' and callable(getattr(made, method, None)):
                        attempt(lambda: getattr(made, method)(Spy()))
                        attempt(lambda: getattr(made, method)(Spy(), Spy()))

# The lines of a file are the guest's, whatever it is.
configparser.ConfigParser().read(['nothing.ini'])
attempt(lambda: configparser.ConfigParser().read_file(Spy()))
attempt(lambda: configparser.ConfigParser().read(Spy()))
if hasattr(configparser, 'open'):
    got.append(configparser.open)


class Source:
    def __init__(self, *sizes):
        self.sizes = [*sizes]

    def readinto(self, part):
        self.part = part
        return self.sizes.pop(0)


for sizes in ((0,), (-1, 0), (1 << 40, 0), (3, 0), (True, 0), ('x', 0)):
    attempt(lambda: hashlib.file_digest(Source(*sizes), 'sha256'))
attempt(lambda: hashlib.file_digest(io.BytesIO(b'a'), Spy))
attempt(lambda: hashlib.file_digest(io.BytesIO(b'a'), 'sha256', _bufsize=1 << 60))
attempt(lambda: hashlib.file_digest(Source(0), 'sha256', _bufsize=-1))


class Arguments(list):
    def __getitem__(self, key):
        look((key,), {})
        return 'program' if key == 0 else ['--x', '5']


before = sys.argv
for value in (Arguments(), ('a',), None, Spy()):
    attempt(lambda: setattr(sys, 'argv', value))
    attempt(lambda: argparse.ArgumentParser().parse_args())
sys.argv = Arguments()
parser = argparse.ArgumentParser()
parser.add_argument('--x', default=Spy())
attempt(parser.parse_args)
sys.argv = before


@functools.singledispatch
def shown(value):
    return 'something'


for union in (typing.Union[int, str], int | str, typing.Optional[json.JSONDecoder]):
    attempt(lambda: setattr(union, '__args__', (object, Spy)))
    attempt(lambda: shown.register(union, lambda value: look((value,), {})))
    attempt(lambda: shown.register(lambda value: None))

# Whatever makes records, they are the guest's; whatever a clock is told, it goes on.
logging.setLogRecordFactory(lambda *arguments, **keywords: Spy(*arguments, **keywords))
attempt(lambda: logging.getLogger('a').warning('b'))
for length in (Spy(), [], True, -0.0):
    attempt(lambda: time.sleep(length))
if got:
    escaped(got)
if json.loads('{"a": 1}') != {'a': 1} or minidom.parseString('<a/>').documentElement.tagName != 'a' or hashlib.file_digest(io.BytesIO(b'a'), 'sha256').hexdigest()[:4] != 'ca97':
    escaped('the library is another one')
