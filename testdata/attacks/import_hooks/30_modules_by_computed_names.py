# technique: import_module() with names that are others when they are looked at again, and what the function itself leads to
# source: own, library/importlib.py
# goal: a module that the policy does not list, or a function of the runtime
# impact: policy
import importlib
import sys
from importlib import import_module

never = ('os', 'posix', 'builtins', 'importlib._bootstrap', 'importlib.util', 'importlib.machinery', '_imp', '_thread', 'subprocess', 'socket',
         'ctypes', 'java', 'polyglot', '__graalpython__', 'pyrestrict', '_frozen_importlib', 'marshal', 'pickle', 'site', 'runpy', 'pkgutil',
         'math.os', 'json.decoder', 'collections.abc.sys', 'logging.os', '', '.', '..', '__main__', 'sys.modules', 'math ', 'os\0', 'm\u0430th')


class Liar(str):
    """A name that is 'math' for whoever takes it apart, and 'os' for whoever reads it, or the other way around."""

    def __new__(cls, shown, real):
        made = str.__new__(cls, real)
        made.shown = shown
        return made

    def __str__(self):
        return self.shown

    def startswith(self, *_):
        return self.dots

    def lstrip(self, *_):
        return self

    def partition(self, *_):
        return self, '', ''

    def split(self, *_):
        return [self]

    def __len__(self):
        return 2

    def __format__(self, spec):
        return self.shown

    dots = False


def check(found, what):
    if found.__name__ in never or hasattr(found, 'system') or hasattr(found, 'modules') and found is not sys:
        escaped(what)


for name in never:
    for package in (None, 'os', 'importlib', 'math', Liar('math', 'os')):
        for form in (name, '.' + name):
            try:
                check(import_module(form, package), (form, package))
            except (ImportError, TypeError, AttributeError, ValueError):
                pass
for dots in (False, True):
    Liar.dots = dots
    for shown, real in (('math', 'os'), ('os', 'math'), ('math', 'builtins'), ('.math', 'os'), ('importlib', '_imp')):
        for package in (None, 'os', Liar('math', 'os'), Liar('os', 'importlib')):
            try:
                check(import_module(Liar(shown, real), package), (shown, real))
            except (ImportError, TypeError, AttributeError, ValueError):
                pass
for name in ('module_named', 'sys', 'load', '_bootstrap', 'reload', 'util', 'machinery', 'abc', '__import__', '__loader__'):
    if hasattr(importlib, name):
        escaped(name)
# What the program changes of the module is its own.
importlib.import_module = lambda name: None
try:
    import math
    if math is None:
        escaped('the statement')
except TypeError:
    pass
