# technique: what shows the values of an example calls the guest: representations that run examples again, raise, or look at who calls them; and a look for the hook itself
# source: own: against the values of an example's expressions being shown by the runtime's displayhook
# goal: the runtime's function, a guard's value among those that are shown, a runner of text that is none of the docstrings'
# impact: exec
import contextlib
import doctest
import io
import sys
import types

seen = []


class Box(types.SimpleNamespace):
    pass


class Shown:
    def __init__(self, action):
        self.action = action

    def __repr__(self):
        return str(self.action())


def callers():
    try:
        raise ValueError
    except ValueError as error:
        trace = error.__traceback__
    for name in ('tb_frame', 'tb_next'):
        found = getattr(trace, name, None)
        if found is not None and name == 'tb_frame':
            escaped(found)
    return 'callers'


def again():
    if len(seen) < 5:
        seen.append(None)
        return doctest.testmod(verbose=False)
    return 'deep'


def fails():
    raise RecursionError('no')


def leaves():
    raise SystemExit(3)


def examples(o):
    """
    >>> for action in (callers, again, fails): Shown(action)
    >>> try: {}['k']
    ... except KeyError as error: error
    >>> del seen[:0]
    >>> o = Box(); o.x = 1; o.x += 1; o.x
    >>> match o:
    ...     case Box(x=y): y
    >>> with contextlib.suppress(KeyError) as nothing: nothing
    >>> (z := o); del z
    >>> import sys
    >>> sys
    >>> [a for a in (1, 2)]; {**{}}; (lambda: 0)
    >>> class C: 1
    >>> class D(C):
    ...     x: int = 1
    ...     x
    >>> try: raise ExceptionGroup('g', [ValueError()])
    ... except* ValueError as group: group
    >>> Shown(leaves)
    """


class Collecting(doctest.DocTestRunner):
    def report_failure(self, out, test, example, got):
        text = got.lower()
        for word in ('guard', 'pyrestrict', 'displayhook', 'java', 'com.oracle', '_getattr_', '__t0__', '_m0_'):
            if word in text:
                escaped((word, got))

    def report_unexpected_exception(self, out, test, example, exc_info):
        pass


for holder in (sys, doctest):
    for name in ('displayhook', '__displayhook__', 'run_example', '_'):
        if hasattr(holder, name):
            escaped((holder, name))

finder = doctest.DocTestFinder()
for test in finder.find(examples, 'examples', globs=dict(globals())):
    # A dictionary that says which functions show.
    for globs in (dict(globals()), {**globals(), 'show': escaped, 'shows': [escaped], 'print': escaped, 'repr': escaped, 'displayhook': escaped}):
        test.globs = globs
        test.globs.pop('escaped', None)
        runner = Collecting(verbose=False)
        with contextlib.redirect_stdout(io.StringIO()):
            try:
                runner.run(test, clear_globs=False)
            except BaseException:
                pass


def deeper(n):
    """A value that is shown at each depth that is left."""
    if n:
        return deeper(n - 1)
    with contextlib.redirect_stdout(io.StringIO()):
        return doctest.run_docstring_examples(examples, dict(globals()))


for depth in (0, 100, 500, 700, 800, 850, 900, 930, 960, 980, 990):
    try:
        deeper(depth)
    except RecursionError:
        pass
# Whatever was left by it, the next is as the first.
test = finder.find(examples, 'examples', globs=dict(globals()))[0]
with contextlib.redirect_stdout(io.StringIO()) as output:
    Collecting(verbose=False).run(test)
