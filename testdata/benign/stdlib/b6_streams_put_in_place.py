"""Standard streams that a program puts others in the place of, as tests and teaching programs do."""
import io
import sys
from contextlib import redirect_stdout


def captured(function, *arguments):
    before = sys.stdout
    sys.stdout = io.StringIO()
    try:
        function(*arguments)
        return sys.stdout.getvalue()
    finally:
        sys.stdout = before


print(repr(captured(print, "a", 1, None)))


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


log = io.StringIO()
sys.stdout = Tee(sys.stdout, log)
print("seen twice")
sys.stdout.write("and this\n")
sys.stdout = sys.__stdout__
print("once")
print(log.getvalue().splitlines())

sys.stdin = io.StringIO("3\n4 5\nlast")
print(int(input()) + sum(map(int, input().split())))
print(input("> "))
try:
    input()
except EOFError as error:
    print(type(error).__name__, error)
sys.stdin = io.StringIO("x\ny\n")
print([line.rstrip() for line in sys.stdin], sys.stdin.read() == "")
sys.stdin = sys.__stdin__


class Capture:
    """A context manager of the program's own."""

    def __enter__(self):
        self.before, sys.stdout = sys.stdout, io.StringIO()
        return self

    def __exit__(self, *details):
        self.text = sys.stdout.getvalue()
        sys.stdout = self.before


with Capture() as outer:
    print("outer")
    with redirect_stdout(io.StringIO()) as inner:
        print("inner")
    print("outer again")
print(repr(outer.text), repr(inner.getvalue()))

errors = io.StringIO()
setattr(sys, "stderr", errors)
print("a warning", file=sys.stderr)
sys.stderr.write("and more\n")
sys.stderr = sys.__stderr__
print(errors.getvalue().splitlines())
print(sys.stdout is sys.__stdout__)
