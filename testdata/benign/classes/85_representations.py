# features: what repr() and str() say of everything
# imports: many
import collections, datetime, decimal, fractions, enum, re, functools, types, typing, dataclasses
class A:
    class Inner: pass
    def method(self): pass
    @property
    def p(self): return 1
    @classmethod
    def cm(cls): pass
    @staticmethod
    def sm(): pass
class Color(enum.Enum):
    RED = 1
    GREEN = "g"
class Perm(enum.Flag):
    R = 4; W = 2; X = 1
class N(enum.IntEnum):
    ONE = 1
class S(enum.StrEnum):
    FOO = enum.auto()
print(A, A.Inner, int, type, object, ValueError, Color, Perm, len, print, str.join, [].append.__name__)
print(repr(Color.RED), str(Color.RED), Color.RED.name, Color.RED.value, f"{Color.RED}", f"{Color.RED!r:>20}")
print(repr(Perm.R | Perm.W), str(Perm.R | Perm.W), Perm(0), repr(Perm(7)), ~Perm.R, list(Perm.R | Perm.X))
print(repr(N.ONE), str(N.ONE), f"{N.ONE}", N.ONE + 1, repr(S.FOO), str(S.FOO), f"{S.FOO:>6}")
print(list(Color), Color.__members__, Color("g"), Color["RED"])
try: Color(99)
except ValueError as e: print(e)
try: Color["NOPE"]
except KeyError as e: print(e)
try: Color.RED.value = 3
except AttributeError as e: print(e)
try: Color.RED = 3
except AttributeError as e: print(e)
print(collections.Counter("abca"), collections.OrderedDict(a=1), collections.defaultdict(int, {"a": 1}), collections.deque([1, 2], maxlen=3), collections.ChainMap({"a": 1}, {}))
print(repr(datetime.datetime(2024, 1, 2, 3, 4)), repr(datetime.date(2024, 1, 2)), repr(datetime.timedelta(days=1, seconds=2)), repr(datetime.timezone.utc), repr(datetime.time(1, 2)))
print(repr(decimal.Decimal("1.10")), repr(fractions.Fraction(1, 3)), repr(re.compile("a+", re.I)), re.match("a", "abc"))
print(functools.partial(int, base=2), types.SimpleNamespace(a=1, b="x"))
print(typing.List[int], typing.Optional[str], typing.Union[int, None], int | str, list[int], dict[str, list[int]], typing.Callable[[int], str], typing.Any, typing.Literal["a", 1], tuple[int, ...], typing.Dict[str, typing.Any])
P = collections.namedtuple("P", "x y")
print(P(1, 2), P, P._fields, P(1, 2)._asdict(), P(1, y=3)._replace(x=0))
@dataclasses.dataclass
class D:
    a: int
    b: list = dataclasses.field(default_factory=list)
    c: str = dataclasses.field(default="x", repr=False)
print(D(1), D(1) == D(1), D)
print(ValueError("x"), repr(ValueError("x", 1)), repr(KeyError("k")), str(KeyError("k")), repr(OSError(2, "no")), str(OSError(2, "no", "f")))
print(range(5), range(1, 10, 2), slice(1, 2), Ellipsis, NotImplemented, None, True)
print({1, }, frozenset({1}), set(), frozenset(), {}, (), (1,), b"a'b", bytearray(b"x"), 1e100, 1e16, 1e15, 0.1 + 0.2, -0.0, 1j, complex(1, -2), float("inf"), float("nan"))
print("a\n\t\\'", repr("a\n\t\\'"), repr('it"s'), repr("it's \"q\""), repr("\x00\x7f\u00e9\u200b\U0001f600"), ascii("é😀"))
print({"a": {"b": [1, (2, 3)]}}, [None, ...], {"k": A}, [int, str])
l = [1]; l.append(l); print(l)
d = {}; d["d"] = d; print(d)
print(A.method.__qualname__, A.Inner.__qualname__, A.__module__, (lambda: 0).__name__, A.method.__name__)
print(type(1), type("").__name__, type(None), type(...), type(NotImplemented), type(type))
print(str(A.Inner), f"{A.Inner}", "%s" % A.Inner)
print(zip, map, enumerate, filter, reversed, property, super, staticmethod)

