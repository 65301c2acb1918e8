# technique: attributes of parsers, readers and reprs that guests may set, with texts and functions that answer for others; patterns that ask deques and ordered dicts of the guest's own
# source: attempts on what was allowed when ArgumentParser, DictReader and reprlib.Repr became writable and collections became sequences and mappings
# goal: an object that a library shows to what it formats, calls or asks
# impact: introspect
import argparse
import collections
import csv
import io
import reprlib

shown = []


class Text(str):
    def __mod__(self, values):
        shown.append(values)
        return 'x'

    def format(self, *arguments, **named):
        shown.extend([*arguments, *named.values()])
        return 'x'

    def strip(self, *characters):
        return self

    def __contains__(self, part):
        return True


class Anything:
    def __getattr__(self, name):
        return self

    def __call__(self, *arguments, **named):
        shown.extend([*arguments, *named.values()])
        return '{0.__class__}'


def tried(function):
    try:
        return function()
    except (TypeError, AttributeError, ValueError, RecursionError, SystemExit, StopIteration) as e:
        shown.append(e)


for name in ('usage', 'description', 'epilog', 'prog', 'formatter_class', 'conflict_handler', 'prefix_chars', 'exit_on_error', '_registries',
             '_actions', '_defaults', '_get_formatter', '_registry_get', '_positionals', '_subparsers', '_print_message', '__dict__', '__class__'):
    for value in (Text('%(prog)s'), Anything()):
        parser = argparse.ArgumentParser(prog='x')
        tried(lambda: setattr(parser, name, value))
        tried(parser.format_help)
        tried(lambda: parser.add_argument('--a', action='store'))
        tried(lambda: parser.parse_args(['--a', '1']))
for name in ('maxlist', 'repr1', 'repr_instance', 'repr_list', '_repr_iterable', '_join', 'fillvalue', 'indent'):
    printer = reprlib.Repr()
    tried(lambda: setattr(printer, name, Anything()))
    tried(lambda: printer.repr([1, [2], {3: 4}, printer]))
for name in ('fieldnames', '_fieldnames', 'reader', 'restkey', 'line_num', 'dialect'):
    reader = csv.DictReader(io.StringIO('a,b\n1,2\n'))
    tried(lambda: setattr(reader, name, Anything()))
    tried(lambda: next(reader))


class Several(collections.deque):
    def __len__(self):
        return 2

    def __iter__(self):
        shown.append(super())
        return iter([1, 2])


class Sorted(collections.OrderedDict):
    def get(self, key, default=None):
        shown.append(default)
        return default

    def keys(self):
        return ['a']


match Several([1]):
    case [a, *b]:
        shown.extend([a, b])
match Sorted(a=1):
    case {'a': value, **rest}:
        shown.extend([value, rest])

for each in shown:
    for name in ('__globals__', '__subclasses__', '__code__', 'gi_frame', 'tb_frame', '__builtins__'):
        try:
            escaped(getattr(each, name))
        except AttributeError:
            pass
