from __future__ import annotations
g = globals()
g["one"] = 1
print(one, g is globals(), isinstance(g, dict))
globals().update(two=2, three=3)
print(two + three)
for name in ("red", "green"):
    globals()[f"paint_{name}"] = lambda name=name: name.upper()
print(paint_red(), paint_green())
del globals()["one"]
try:
    one
except NameError as e:
    print(e)
print(globals().setdefault("four", 4), four, globals().pop("four"), "four" in globals())
globals()["len"] = lambda x: 99
print(len([]))
del globals()["len"]
print(len([]))
g |= {"five": 5}
print(five)
vars()["six"] = 6
locals()["seven"] = 7
print(six, seven)
def f():
    globals()["made_in_f"] = "m"
    return made_in_f
print(f(), made_in_f)
late = 1
print(g["late"] if "late" in g else None)
print(sorted(k for k in g if not k.startswith("_")))
class Color: pass
for i, n in enumerate(["A", "B"]):
    globals()[n] = type(n, (Color,), {"number": i})
print(A.number, B().number, A)
import copy
c = dict(globals()); c["eight"] = 8
print("eight" in globals(), type(g), type(copy.copy({})))

def f(x: Missing) -> Other: return x
print(f(1))
class A:
    b: Thing
    def m(self) -> Later: ...
print(A.__annotations__)
def f():
    return nothing
try:
    f()
except NameError as e:
    print(e)
