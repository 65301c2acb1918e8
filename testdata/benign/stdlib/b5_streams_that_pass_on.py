"""Streams that pass on what they are given to the one that was there before."""
import argparse
import contextlib
import io
import sys


class Tee:
    def __init__(self, *streams):
        self.streams = streams

    def write(self, text):
        for stream in self.streams:
            stream.write(text)
        return len(text)

    def flush(self):
        for stream in self.streams:
            stream.flush()


class Upper:
    def __init__(self, below):
        self.below = below

    def write(self, text):
        self.below.write(text.upper())

    def flush(self):
        pass


log = io.StringIO()
before = sys.stdout
with contextlib.redirect_stdout(Tee(sys.stdout, log)) as tee:
    print('to both')
    print(sys.stdout is tee)
    sys.stdout.write('written\n')
    with contextlib.redirect_stdout(Upper(sys.stdout)):
        print('nested')
        before.write('as it is\n')
    print('again')
print(sys.stdout is before, repr(log.getvalue()))

kept = io.StringIO()
with contextlib.redirect_stdout(kept):
    parser = argparse.ArgumentParser(prog='tool', add_help=False)
    parser.print_usage()
    with contextlib.redirect_stdout(before):
        print('out again')
    print('kept', file=sys.stdout)
print(repr(kept.getvalue()))

complaints = io.StringIO()
with contextlib.redirect_stderr(complaints):
    print('wrong', file=sys.stderr)
    try:
        parser.parse_args(['--nothing'])
    except SystemExit as end:
        print('ended with', end.code)
print(complaints.getvalue().splitlines())
with contextlib.redirect_stderr(sys.stdout):
    print('an error on standard output', file=sys.stderr)
