# technique: doctest runs text that the program put together, which the policy says is not run
# source: own, with the module doctest
# goal: eval in disguise
# impact: policy
import doctest

ran = []


def f():
    """Has no example."""


class Text(str):
    def split(self, *arguments):
        return ['ran.append(1)']


def attempt(action):
    try:
        action()
    except Exception:
        pass


made = '>>> ' + 'ran.' + 'append(1)' + chr(10)
f.__doc__ = made
names = {'ran': ran, 'f': f}
attempt(lambda: doctest.run_docstring_examples(f, names))
attempt(doctest.testmod)
f.__doc__ = Text(made)
attempt(lambda: doctest.run_docstring_examples(f, names))
for source in ('ran.' + 'append(1)', Text('x')):
    example = doctest.Example(source, '')
    attempt(lambda: doctest.DocTestRunner().run(doctest.DocTest([example], names, 'f', '', 0, ''), out=lambda text: None))
if ran:
    ESCAPED = ran
