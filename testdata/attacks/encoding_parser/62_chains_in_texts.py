# technique: chains of comparisons too long for the compiler, in text that the library compiles for the guest
# source: own: against the refusal of long chains in files
# goal: hold a thread of the host's beyond every limit
# impact: dos
# dos: parser
import ast
import doctest
import typing

chain = '1' + ' < 1' * 60_000


def annotated(x: chain):
    pass


def example():
    pass


example.__doc__ = '>>> ' + chain + '\n'
for attempt in (
    lambda: typing.get_type_hints(annotated),
    lambda: ast.literal_eval(chain),
    lambda: ast.literal_eval('[' + chain + ']'),
    lambda: doctest.run_docstring_examples(example, {}),
):
    try:
        attempt()
    except Exception as e:
        print(type(e).__name__)
