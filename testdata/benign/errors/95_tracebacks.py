# features: traceback texts of many shapes, without the names of files
# imports: re, sys, traceback
import re, sys, traceback
def show(text):
    print(re.sub(r"File \".*?\"", "File", text))
def a(): return b() + 1
def b(): return c(0)
def c(n):
    data = [1, 2, 3]
    return data[10] if n == 0 else n
try: a()
except IndexError: show(traceback.format_exc())
try:
    try: {}["x"]
    except KeyError as e: raise ValueError("bad config") from e
except ValueError: show(traceback.format_exc())
try:
    try: 1 / 0
    except ZeroDivisionError: undefined_thing = None; undefined_thing.go()
except AttributeError: show(traceback.format_exc())
try:
    try: int("x")
    except ValueError: raise KeyError("hidden") from None
except KeyError: show(traceback.format_exc())
class MyErr(Exception):
    def __str__(self): return "custom str"
try: raise MyErr(1, 2)
except MyErr as e:
    e.add_note("note one"); e.add_note("two\nlines")
    show(traceback.format_exc()); print(e.__notes__)
    print("".join(traceback.format_exception_only(e)))
    show("".join(traceback.format_exception(e)))
    show("".join(traceback.format_exception(type(e), e, e.__traceback__)))
def rec(n):
    if n == 0: raise RuntimeError("deep")
    return rec(n - 1)
try: rec(6)
except RuntimeError: show(traceback.format_exc())
try:
    x = (1 +
         len(5) +
         3)
except TypeError: show(traceback.format_exc())
try: raise ExceptionGroup("eg", [ValueError(1), TypeError("t"), ExceptionGroup("in", [KeyError("k")])])
except ExceptionGroup: show(traceback.format_exc())
try: assert 1 == 2, "math"
except AssertionError: show(traceback.format_exc())
try: assert []
except AssertionError: show(traceback.format_exc())
class K:
    def __init__(self): self.go()
    def go(self): [x.foo for x in [1]]
    @property
    def p(self): return {}["p"]
try: K()
except AttributeError: show(traceback.format_exc())
try:
    K.__new__(K).p
except KeyError: show(traceback.format_exc())
f = lambda v: v["q"]
try: f({})
except KeyError: show(traceback.format_exc())
def gen():
    yield 1
    yield 1 / 0
try: list(gen())
except ZeroDivisionError: show(traceback.format_exc())
try: sorted([3, 1], key=lambda v: v.nope)
except AttributeError: show(traceback.format_exc())
show(traceback.format_exc())

