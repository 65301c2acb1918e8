# Runs one of CPython's test modules, as it is or rewritten under the profile `everything`, and tells
# what became of each test.
def language_tests(rooms, directory, name, rewrite, record):
    import builtins
    import doctest
    import re
    import sys
    import types
    import unittest

    # Only one context of a process can load native modules, and tests of the language can do without them.
    sys.modules['_testcapi'] = sys.modules['_testinternalcapi'] = sys.modules['termios'] = None
    sys.path.append(directory.rpartition('/')[0])
    package = types.ModuleType('test')
    package.__path__ = [directory]
    sys.modules['test'] = package
    qualified = 'test.' + name
    path = f'{directory}/{name}.py'
    module = types.ModuleType(qualified)
    module.__file__ = path
    module.__package__ = 'test'
    sys.modules[qualified] = module
    with open(path, encoding='utf-8') as file:
        # What a guest can't spell can't be tested: enum refuses both, and for the same reason.
        text = re.sub(r'\b_(create|get_mixins|find_new|any_name|bad)_\b', 'mro', file.read()) if name == 'test_enum' else file.read()

    def guarded(source):
        source, problem = [str(part) for part in rewrite(source)]
        if problem:
            raise SyntaxError(problem)
        return source

    if rewrite is not None:
        build_class, real_import = builtins.__build_class__, builtins.__import__
        pattern = rooms['patterns']()
        operand = rooms['operands']({}, [lambda traceback: []], pattern)
        clean = rooms['errors'](operand, rooms['arguments'](operand['is_guests']), pattern)
        host = {
            'classify_name': lambda name: 0, 'decide_attribute': lambda *_: 'plain', 'decide_write': lambda *_: '',
            'classify_store': lambda name: '', 'special_method_refusal': lambda name: '', 'refused_attributes': lambda: (), 'judges_private_names_by_type': lambda: False,
        }
        guard = rooms['guards'](host, module.__dict__, clean, lambda *_: None, rooms)
        prefilled = {**guard['globals'], **rooms['exception_groups']()}
        prefilled['_builtin_'] = lambda name: getattr(builtins, name)
        rooms['everything'](prefilled, build_class, real_import)
        module.__dict__.update(prefilled)
        text = guarded(text)

        def compile_example(source, filename, mode, flags=0, dont_inherit=False):
            rewritten = source
            if '_getattr_' in sys._getframe(1).f_locals['test'].globs:
                try:
                    rewritten = guarded(source)
                except SyntaxError:
                    pass  # What Python says of it is what the example shows.
            return compile(rewritten, filename, mode, flags, dont_inherit)

        doctest.compile = compile_example

    def words(error):
        kind, value, _ = error
        try:
            text = str(value)
            if 'Failed doctest' in text:
                # The rest holds addresses.
                return 'examples: ' + ' | '.join(re.findall(r'Failed example:\n(.*?)\n(?:Expected|Exception)', text, re.DOTALL))
            return f'{kind.__name__}: {text}'
        except Exception:
            return kind.__name__

    class Result(unittest.TestResult):
        def told(self, test, outcome, detail=''):
            record(re.sub(' at 0x[0-9a-f]+', '', str(test.id())), outcome, detail)

        def addSuccess(self, test):
            self.told(test, 'passed')

        def addError(self, test, error):
            self.told(test, 'error', words(error))

        def addFailure(self, test, error):
            self.told(test, 'failed', words(error))

        def addSkip(self, test, reason):
            self.told(test, 'skipped', reason)

        def addExpectedFailure(self, test, error):
            self.told(test, 'expected failure', words(error))

        def addUnexpectedSuccess(self, test):
            self.told(test, 'unexpected success')

        def addSubTest(self, test, subtest, error):
            if error is not None:
                self.told(subtest, 'failed', words(error))

    try:
        exec(compile(text, path, 'exec', dont_inherit=True), module.__dict__)
        suite = unittest.defaultTestLoader.loadTestsFromModule(module)
    except BaseException as error:
        import traceback
        record('module', 'not loaded', ''.join(traceback.format_exception(error)))
        return
    record('module', f'loaded-{suite.countTestCases()}', '')
    suite.run(Result())
