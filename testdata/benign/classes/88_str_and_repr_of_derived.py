# features: classes derived from builtins that define __str__ or __repr__
# imports: collections, datetime, decimal, enum, fractions
import datetime, decimal, fractions, collections, enum
bases = [int, float, complex, list, tuple, dict, set, frozenset, collections.OrderedDict, collections.deque, collections.Counter, collections.defaultdict, collections.UserList, fractions.Fraction, Exception, KeyError, object, collections.namedtuple("N", "a b"), str]
for b in bases:
    class K(b):
        def __repr__(self): return "REPR"
    class S(b):
        def __str__(self): return "STR"
    args = {datetime.date: (2024, 1, 1), datetime.datetime: (2024, 1, 1)}.get(b, (1, 2) if b.__name__ == "N" else ())
    k = K(*args); s = S(*args)
    print(b.__name__, "|", k, repr(k), f"{k}", "%s" % (k,), str(k), format(k, ""), "{}".format(k), [k], "|", s, f"{s}", [s] if b is not object else "")
class E(enum.IntEnum):
    A = 1
    def __repr__(self): return "ER"
print(E.A, [E.A])
class T(int):
    def __new__(cls, v): return super().__new__(cls, v)
    def __str__(self): return f"T{int(self)}"
    def __add__(self, o): return T(int(self) + int(o))
    def __format__(self, s): return "fmt" + s
print(T(5), T(5) + 3, f"{T(5)}", repr(T(5)), [T(5)], sum([T(1), T(2)], T(0)), T(5) * 2, -T(5), f"{T(5):x}")
class L(list):
    def __str__(self): return "L<" + ",".join(map(str, self)) + ">"
