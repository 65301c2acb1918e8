# What the library says of itself and of what it is given, in places where runtimes differ.
import ast
import io
import itertools
import pprint
import struct
import sys
import unittest
import xml.etree.ElementTree as ElementTree
from abc import ABCMeta
from decimal import Clamped, Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow, getcontext, localcontext

with localcontext(prec=3, traps=[]) as context:
    print(Decimal(1) / 0, Decimal(0) / 0, context.flags[DivisionByZero], context.flags[Clamped], context.traps[Overflow])
    context.clear_flags()
    print(context.flags[Inexact], Decimal(1) / 3, context.flags[Inexact], Decimal(2).sqrt())
with localcontext(traps=[Inexact]) as context:
    try:
        Decimal(1) / 3
    except Inexact:
        print("inexact", context.flags[Inexact])
    context.clear_traps()
    print(context.traps[Inexact], Context(flags=[Inexact]).flags[Inexact])
print(getcontext().traps[InvalidOperation], getcontext().flags[Inexact])

for wrong in (lambda: itertools.repeat(1, "x"), lambda: localcontext(zz=1)):
    try:
        print(wrong())
    except TypeError as error:
        print(error)

print(struct.Struct("<HI").format, memoryview(b"ab").format, sys.getdefaultencoding())


class Loud(pprint.PrettyPrinter):
    def format(self, thing, context, levels, level):
        if isinstance(thing, str):
            return thing.upper(), True, False
        return super().format(thing, context, levels, level)


Loud().pprint(["a", 1, {"b": "c"}])


class Sums(unittest.TestCase):
    def test_right(self):
        self.assertEqual(1 + 1, 2)

    def test_wrong(self):
        self.assertEqual(1 + 1, 3)


suite = unittest.defaultTestLoader.loadTestsFromTestCase(Sums)
result = unittest.TextTestRunner(io.StringIO()).run(suite)
print(result, unittest.TestCase, unittest.TestSuite.__module__, unittest.SkipTest)
print(unittest.TestResult())

element = ElementTree.fromstring('<a x="1" y="2"/>')
print(element.keys(), element.items())

for text in ("1 +", "f(", "'a", "1 2"):
    try:
        ast.literal_eval(text)
    except SyntaxError as error:
        print(error, error.filename, error.lineno)


class Meta(type):
    pass


class One(metaclass=Meta):
    pass


class Other(metaclass=ABCMeta):
    pass


for make in (lambda: type("Both", (One, Other), {}),):
    try:
        make()
    except TypeError as error:
        print(error)
try:
    match 1:
        case Decimal.from_float():
            pass
except TypeError as error:
    print(error)
