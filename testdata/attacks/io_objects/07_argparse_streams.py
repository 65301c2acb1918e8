# technique: a class derived from ArgumentParser overrides the method that is given the stream to print to
# source: own
# goal: the real standard output, and by its buffer the class that opens files
# impact: exec
import argparse

found = []


class Parser(argparse.ArgumentParser):
    def _print_message(self, message, file=None):
        found.append(file)


parser = Parser()
parser.print_help()
parser.print_usage()
try:
    parser.parse_args(['--no-such-option'])
except SystemExit:
    pass
for stream in found:
    if hasattr(getattr(stream, 'buffer', None), 'raw'):
        ESCAPED = type(stream.buffer.raw)
