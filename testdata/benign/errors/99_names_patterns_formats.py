# features: names of NameError, class patterns with too many parts, format specifiers that no type has
try:
    undefined_thing
except NameError as e:
    print(e.name)
def f():
    def g(): return late
    try: g()
    except NameError as e: print(e.name)
    late = 1
f()
def h():
    try: print(v)
    except UnboundLocalError as e: print(e.name)
    v = 1
h()
x = 3.5
for fn in (lambda: format(x, "<10.3f|"), lambda: "{:<10.3f|}".format(x), lambda: f"{5:q}", lambda: "{".format(), lambda: "a}".format(), lambda: "{!z}".format(1), lambda: [2].sort(len), lambda: "{:5$}".format("x")):
    try: print(fn())
    except Exception as e: print(e)
from dataclasses import dataclass
@dataclass
class Point:
    x: int
    y: int
try:
    match Point(1, 2):
        case Point(a, b, c):
            pass
except TypeError as e:
    print(e)
def f(p):
    match p:
        case Point(a, b, c):
            pass
try:
    f(Point(1, 2))
except TypeError as e:
    print(e)
try:
    "{".format()
except ValueError as e:
    print(e)
def g(p):
    match p:
        case {"a": 1}: pass
        case Point(a, b, c):
            pass
try:
    g(Point(1, 2))
except TypeError as e:
    print(e)
