# technique: what compile() returns, what text may name, whose frame exec takes for its caller
# source: classic ways from a code object to the interpreter
# goal: a code object, a module of the host, a namespace of the runtime
# impact: exec
# needs: rewriter
import asyncio
import contextlib
import functools

made = compile('1', 'pyrestrict/guards.py', 'eval')
for name in ('co_consts', 'co_code', 'replace', '__reduce__', '_code', '__weakref__'):
    try:
        escaped(getattr(made, name))
    except AttributeError:
        pass
try:
    eval(type(made)())
    escaped('an empty text was run')
except TypeError:
    pass
for text in ('__import__("os")', 'open.__globals__', '().__class__.__base__.__subclasses__()', '__builtins__', '__graalpython__', '__loader__',
             '(lambda: 0).__globals__', '\uff3f\uff3fimport\uff3f\uff3f("os")', '[].__reduce_ex__(2)', 'polyglot', 'java'):
    try:
        escaped(eval(text))
    except (SyntaxError, NameError, AttributeError):
        pass
for text in ('import os', 'from os import path', 'import sys as a, os', 'exec("import os")', 'from builtins import open', 'class A:\n def __getattribute__(self, name): pass'):
    try:
        exec(text)
        escaped(text)
    except (SyntaxError, ImportError):
        pass


class Mode(str):
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    __hash__ = str.__hash__


for mode in (Mode('single'), 'single', Mode('x')):
    try:
        escaped(compile('1', 'f', mode))
    except ValueError:
        pass

sees = 'found = [name for name in globals() if name in ("sys", "os", "functools", "is_coroutine", "given")]'
for call in (
    lambda: contextlib.contextmanager(exec)(sees).gen,
    lambda: functools.partial(exec, sees)(),
    lambda: functools.reduce(lambda a, _: exec(sees), [1, 2]),
    lambda: list(map(exec, [sees])),
):
    call()
    if set(globals().get('found', ())) - {'functools'}:
        escaped(globals()['found'])


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(exec, 'global_of = globals().get("is_coroutine"); is_coroutine = 1')
    await asyncio.sleep(0.01)


asyncio.run(main())
if globals().get('global_of') is not None:
    escaped('exec ran in the namespace of a library')
