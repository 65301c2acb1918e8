# technique: shlex and ElementTree work with a guest's own streams, files, builders and texts
# source: own, reading the change that offers them
# goal: an object that was lent to shlex, the library's own streams, an attribute read or set for the guest
# impact: read
import contextlib
import io
import shlex
import sys
import xml.etree.ElementTree as ET


class Stream:
    """Answers with what no file has."""
    def __init__(self, *answers):
        self.answers = list(answers)

    def read(self, size=-1):
        return self.answers.pop(0) if self.answers else ''

    readline = read

    def close(self):
        pass


def attempt(function):
    with contextlib.suppress(Exception):
        return function()


lexer = shlex.shlex()
if lexer.instream is not sys.stdin and not isinstance(lexer.instream, type(sys.stdin)):
    escaped(lexer.instream)
for name in ('sys', 'os', 'open', 'StringIO', 'deque'):
    if attempt(lambda: getattr(shlex, name)) is not None:
        escaped(name)
for o, name in ((lexer, '__dict__'), (lexer.get_token, '__func__'), (lexer.get_token, '__self__'), (shlex.shlex, '__dict__'), (shlex.shlex.get_token, '__globals__'),
                (shlex.shlex.get_token, '__code__'), (lexer, '_pushback_chars'), (ET.XMLParser, '__init__'), (ET.fromstring, '__globals__'), (ET.fromstring, '__builtins__')):
    found = attempt(lambda: getattr(o, name))
    if found is not None and name != '__init__':
        escaped((o, name, found))

for answer in (1, b'bytes', None, [], 'x\0y', 'include "/etc/passwd"'):
    own = shlex.shlex(Stream(answer), 'name')
    own.source = 'include'
    own.wordchars += '/'
    token = attempt(own.get_token)
    if isinstance(token, str) and 'root' in token:
        escaped(token)

chatty = shlex.shlex('a b')
chatty.debug = 3
attempt(chatty.get_token)


class Builder:
    """A target that keeps whatever it is handed."""
    def __init__(self):
        self.kept = []

    def start(self, tag, attributes):
        self.kept.append((tag, attributes))

    def end(self, tag):
        self.kept.append(tag)

    def data(self, text):
        self.kept.append(text)

    def pi(self, target, text=None):
        self.kept.append((target, text))

    def doctype(self, name, public, system):
        self.kept.append((name, public, system))

    def close(self):
        return self.kept


def kinds(values):
    for value in values:
        if isinstance(value, (tuple, list)):
            yield from kinds(value)
        elif isinstance(value, dict):
            yield from kinds(value.items())
        elif value is not None and type(value) is not str:
            yield value


parser = ET.XMLParser(target=Builder())
attempt(lambda: parser.feed('<!DOCTYPE a PUBLIC "p" "file:///etc/passwd"><a x="1"><?php 1?>&amp;<b/></a>'))
for kept in kinds(attempt(parser.close) or []):
    escaped(kept)
for source in (Stream(b'<a>', b'</a>'), Stream('<a/>'), Stream(1), Stream(None), io.BytesIO(b'\xff\xfe<\0a\0/\0>\0'), 5, sys.stdin, '/etc/passwd', b'/etc/passwd'):
    attempt(lambda: ET.parse(source))
element = ET.Element('a')
for name in ('__class__', '__dict__', '_children', 'tag', 'text'):
    attempt(lambda: setattr(element, name, Stream))
for write in (lambda: ET.ElementTree(element).write(Stream()), lambda: ET.tostring(element), lambda: ET.dump(element), lambda: ET.indent(element),
              lambda: element.find('.//*[@x="1"]'), lambda: ET.canonicalize('<a/>', out=Stream(), from_file='/etc/passwd')):
    attempt(write)
print('held')
