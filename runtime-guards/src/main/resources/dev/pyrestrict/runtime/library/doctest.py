"""doctest for guests: it runs the examples in the docstrings that the program was written with.

Text that a program makes is not run: it is no docstring of its source.
"""
# Parts of it come from CPython 3.12's Lib/doctest.py: Copyright (c) 2001-2023 Python Software Foundation; All Rights Reserved.
# PSF License Agreement, https://docs.python.org/3.12/license.html; what is left out or done otherwise is for guests.
import contextlib
import io
import re
import sys
import traceback
import types
from collections import namedtuple

TestResults = namedtuple('TestResults', 'failed attempted')

_flags = {}


def register_optionflag(name):
    return _flags.setdefault(name, 1 << len(_flags))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag('DONT_ACCEPT_TRUE_FOR_1')
DONT_ACCEPT_BLANKLINE = register_optionflag('DONT_ACCEPT_BLANKLINE')
NORMALIZE_WHITESPACE = register_optionflag('NORMALIZE_WHITESPACE')
ELLIPSIS = register_optionflag('ELLIPSIS')
SKIP = register_optionflag('SKIP')
IGNORE_EXCEPTION_DETAIL = register_optionflag('IGNORE_EXCEPTION_DETAIL')
COMPARISON_FLAGS = (DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP
                    | IGNORE_EXCEPTION_DETAIL)
REPORT_UDIFF = register_optionflag('REPORT_UDIFF')
REPORT_CDIFF = register_optionflag('REPORT_CDIFF')
REPORT_NDIFF = register_optionflag('REPORT_NDIFF')
REPORT_ONLY_FIRST_FAILURE = register_optionflag('REPORT_ONLY_FIRST_FAILURE')
FAIL_FAST = register_optionflag('FAIL_FAST')
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST

BLANKLINE_MARKER = '<BLANKLINE>'
ELLIPSIS_MARKER = '...'


def _indented(text, indent=4):
    return re.sub('(?m)^(?!$)', indent * ' ', text)


class Example:
    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith('\n') else source + '\n'
        self.want = want if not want or want.endswith('\n') else want + '\n'
        self.exc_msg = exc_msg if exc_msg is None or exc_msg.endswith('\n') else exc_msg + '\n'
        self.lineno = lineno
        self.indent = indent
        self.options = options or {}


class DocTest:
    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples = examples
        self.docstring = docstring
        self.globs = dict(globs)
        self.name = name
        self.filename = filename
        self.lineno = lineno

    def __repr__(self):
        count = len(self.examples)
        examples = 'no examples' if not count else '1 example' if count == 1 else f'{count} examples'
        return f'<{type(self).__name__} {self.name} from {self.filename}:{self.lineno} ({examples})>'


class DocTestParser:
    _example = re.compile(r'''
        (?P<source>
            (?:^(?P<indent> [ ]*) >>>    .*)
            (?:\n           [ ]*  \.\.\. .*)*)
        \n?
        (?P<want> (?:(?![ ]*$)
                     (?![ ]*>>>)
                     .+$\n?
                  )*)
        ''', re.MULTILINE | re.VERBOSE)
    _exception = re.compile(r'''
        ^(?P<hdr> Traceback\ \(
            (?: most\ recent\ call\ last
            |   innermost\ last
            ) \) :
        )
        \s* $
        (?P<stack> .*?)
        ^ (?P<msg> \w+ .*)
        ''', re.VERBOSE | re.MULTILINE | re.DOTALL)
    _option = re.compile(r'#\s*doctest:\s*([^\n\'"]*)$', re.MULTILINE)

    def parse(self, string, name='<string>'):
        string = string.expandtabs()
        indents = [len(found) for found in re.findall(r'^([ ]*)(?=\S)', string, re.MULTILINE)]
        margin = min(indents, default=0)
        if margin:
            string = '\n'.join([line[margin:] for line in string.split('\n')])
        output, position, lineno = [], 0, 0
        for found in self._example.finditer(string):
            output.append(string[position:found.start()])
            lineno += string.count('\n', position, found.start())
            example = self._parse(found, name, lineno)
            if not re.match(r'^[ ]*(#.*)?$', example.source):
                output.append(example)
            lineno += string.count('\n', found.start(), found.end())
            position = found.end()
        output.append(string[position:])
        return output

    def get_examples(self, string, name='<string>'):
        return [each for each in self.parse(string, name) if isinstance(each, Example)]

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def _parse(self, found, name, lineno):
        indent = len(found['indent'])
        lines = found['source'].split('\n')
        for i, line in enumerate(lines):
            if len(line) >= indent + 4 and line[indent + 3] != ' ':
                raise ValueError(f'line {lineno + i + 1} of the docstring for {name} lacks blank after '
                                 f'{line[indent:indent + 3]}: {line!r}')
            if i and not line.startswith(' ' * indent + '.'):
                raise ValueError(f'line {lineno + i + 1} of the docstring for {name} has inconsistent leading whitespace: {line!r}')
        source = '\n'.join([line[indent + 4:] for line in lines])
        wanted = found['want'].split('\n')
        if len(wanted) > 1 and re.match(r' *$', wanted[-1]):
            del wanted[-1]
        for i, line in enumerate(wanted):
            if line and not line.startswith(' ' * indent):
                raise ValueError(f'line {lineno + len(lines) + i + 1} of the docstring for {name} has inconsistent leading '
                                 f'whitespace: {line!r}')
        want = '\n'.join([line[indent:] for line in wanted])
        exception = self._exception.match(want)
        return Example(source, want, exception['msg'] if exception else None, lineno, indent, self._options(source, name, lineno))

    def _options(self, source, name, lineno):
        options = {}
        for found in self._option.finditer(source):
            for option in found[1].replace(',', ' ').split():
                if option[0] not in '+-' or option[1:] not in _flags:
                    raise ValueError(f'line {lineno + 1} of the doctest for {name} has an invalid option: {option!r}')
                options[_flags[option[1:]]] = option[0] == '+'
        return options


class DocTestFinder:
    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._verbose = verbose
        self._parser = parser
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        if name is None:
            name = getattr(obj, '__name__', None)
            if name is None:
                raise ValueError("DocTestFinder.find: name must be given when obj.__name__ doesn't exist: "
                                 f'{type(obj)!r}')
        globs = dict(main_names() if globs is None else globs)
        globs.update(extraglobs or {})
        globs.setdefault('__name__', '__main__')
        tests = []
        self._find(tests, obj, name, globs, [])
        tests.sort(key=lambda test: test.name)
        return tests

    def _find(self, tests, obj, name, globs, seen):
        if any(obj is each for each in seen):
            return
        seen.append(obj)
        if self._verbose:
            print('Finding tests in', name)
        docstring = obj.doc if isinstance(obj, _Program) else getattr(obj, '__doc__', None)
        if isinstance(docstring, str) and docstring.strip() or not self._exclude_empty:
            docstring = docstring or ''
            lineno = docstring_line(docstring)
            tests.append(self._parser.get_doctest(docstring, globs, name, main_file(), None if lineno is None else lineno - 1))
        if not self._recurse:
            return
        if isinstance(obj, _Program):
            for member, value in obj.names.items():
                value = _unwrapped(value)
                if isinstance(value, (types.FunctionType, type)) and getattr(value, '__module__', None) == '__main__':
                    self._find(tests, value, f'{name}.{member}', globs, seen)
        elif isinstance(obj, type):
            for member, value in vars(obj).items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = getattr(obj, member)
                if isinstance(_unwrapped(value), (types.FunctionType, types.MethodType, type, property)) \
                        and (isinstance(value, property) or getattr(value, '__module__', None) == '__main__'):
                    self._find(tests, value, f'{name}.{member}', globs, seen)


def _unwrapped(value):
    for _ in range(100):
        if not hasattr(value, '__wrapped__') or isinstance(value, type):
            break
        value = value.__wrapped__
    return value


class _Program:
    """The main module: its names, and its docstring."""

    def __init__(self, names):
        self.names = names
        self.doc = names.get('__doc__')


class OutputChecker:
    def check_output(self, want, got, optionflags):
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(rf'(?m)^{re.escape(BLANKLINE_MARKER)}\s*?$', '', want)
            got = re.sub(r'(?m)^[^\S\n]+$', '', got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = ' '.join(got.split()), ' '.join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _matches(want, got)

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub('(?m)^[ ]*(?=\n)', BLANKLINE_MARKER, got)
        if want and got:
            return f'Expected:\n{_indented(want)}Got:\n{_indented(got)}'
        if want:
            return f'Expected:\n{_indented(want)}Got nothing\n'
        if got:
            return f'Expected nothing\nGot:\n{_indented(got)}'
        return 'Expected nothing\nGot nothing\n'


def _matches(want, got):
    """Whether the text is what is wanted, where ... stands for anything."""
    if ELLIPSIS_MARKER not in want:
        return want == got
    parts = want.split(ELLIPSIS_MARKER)
    start, end = 0, len(got)
    if parts[0]:
        if not got.startswith(parts[0]):
            return False
        start = len(parts[0])
    if parts[-1]:
        if not got.endswith(parts[-1]):
            return False
        end -= len(parts[-1])
    if start > end:
        return False
    for part in parts[1:-1]:
        start = got.find(part, start, end)
        if start < 0:
            return False
        start += len(part)
    return True


def _without_detail(message):
    """The name of an exception's class, without its module and what the exception says."""
    first = message.split('\n')[0]
    return first.partition(':')[0].rpartition('.')[2].strip()


class DocTestRunner:
    DIVIDER = '*' * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self.optionflags = optionflags
        self.original_optionflags = optionflags
        self.tries = 0
        self.failures = 0
        self._results = {}

    def report_start(self, out, test, example):
        if self._verbose:
            out('Trying:\n' + _indented(example.source)
                + ('Expecting:\n' + _indented(example.want) if example.want else 'Expecting nothing\n'))

    def report_success(self, out, test, example, got):
        if self._verbose:
            out('ok\n')

    def report_failure(self, out, test, example, got):
        out(self._header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        text = ''.join(traceback.format_exception(*exc_info))
        out(self._header(test, example) + 'Exception raised:\n' + _indented(text))

    def _header(self, test, example):
        lineno = '?' if test.lineno is None else test.lineno + example.lineno + 1
        where = f'File "{test.filename}", line {lineno}, in {test.name}' if test.filename \
            else f'Line {example.lineno + 1}, in {test.name}'
        return f'{self.DIVIDER}\n{where}\nFailed example:\n{_indented(example.source)}'

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        out = out or sys.stdout.write
        failures = tries = 0
        original = self.optionflags
        for example in test.examples:
            self.optionflags = original
            for flag, is_set in example.options.items():
                self.optionflags = self.optionflags | flag if is_set else self.optionflags & ~flag
            if self.optionflags & SKIP:
                continue
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures
            tries += 1
            if not quiet:
                self.report_start(out, test, example)
            got, exc_info = self._output_of(test, example)
            passed = self._is_expected(example, got, exc_info)
            if passed:
                if not quiet:
                    self.report_success(out, test, example, got)
                continue
            if not quiet:
                if exc_info is None:
                    self.report_failure(out, test, example, got)
                elif example.exc_msg is None:
                    self.report_unexpected_exception(out, test, example, exc_info)
                else:
                    self.report_failure(out, test, example, got + ''.join(traceback.format_exception(*exc_info)))
            failures += 1
            if self.optionflags & FAIL_FAST:
                break
        self.optionflags = original
        self.failures += failures
        self.tries += tries
        before = self._results.get(test.name, (0, 0))
        self._results[test.name] = before[0] + failures, before[1] + tries
        if clear_globs:
            test.globs.clear()
        return TestResults(failures, tries)

    def _output_of(self, test, example):
        stream = io.StringIO()
        shown = []

        def show(value):
            if value is not None:
                print(repr(value))
                shown.append(value)

        try:
            with contextlib.redirect_stdout(stream):
                run_example(example.source, test.globs, show)
                if shown:
                    test.globs['_'] = shown[-1]
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            return _lines(stream), (type(error), error, error.__traceback__)
        return _lines(stream), None

    def _is_expected(self, example, got, exc_info):
        check = self._checker.check_output
        if exc_info is None:
            return check(example.want, got, self.optionflags)
        if example.exc_msg is None:
            return False
        said = traceback.format_exception_only(*exc_info[:2])[-1]
        if check(example.exc_msg, said, self.optionflags):
            return True
        return bool(self.optionflags & IGNORE_EXCEPTION_DETAIL) and _without_detail(example.exc_msg) == _without_detail(said)

    def summarize(self, verbose=None):
        verbose = self._verbose if verbose is None else verbose
        passed, empty, failed = [], [], []
        for name, (failures, tries) in self._results.items():
            if not tries:
                empty.append(name)
            elif failures:
                failed.append((name, (failures, tries)))
            else:
                passed.append((name, tries))
        if verbose:
            if empty:
                print(len(empty), 'items had no tests:')
                for name in sorted(empty):
                    print('   ', name)
            if passed:
                print(len(passed), 'items passed all tests:')
                for name, count in sorted(passed):
                    print(' %3d tests in %s' % (count, name))
        if failed:
            print(self.DIVIDER)
            print(len(failed), 'items had failures:')
            for name, (failures, tries) in sorted(failed):
                print(' %3d of %3d in %s' % (failures, tries, name))
        if verbose:
            print(self.tries, 'tests in', len(self._results), 'items.')
            print(self.tries - self.failures, 'passed and', self.failures, 'failed.')
        if self.failures:
            print('***Test Failed***', self.failures, 'failures.')
        elif verbose:
            print('Test passed.')
        return TestResults(self.failures, self.tries)


def _lines(stream):
    text = stream.getvalue()
    return text if not text or text.endswith('\n') else text + '\n'


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
            raise_on_error=False, exclude_empty=False):
    names = main_names()
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(exclude_empty=exclude_empty).find(_Program(names), name or '__main__', None, globs or names, extraglobs):
        runner.run(test)
    if report:
        runner.summarize()
    return TestResults(runner.failures, runner.tries)


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test)
