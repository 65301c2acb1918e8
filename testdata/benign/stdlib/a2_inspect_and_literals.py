import inspect, functools, errno, ast, posixpath
from dataclasses import dataclass, field
from typing import Optional


def f(a, b: int, /, c=3, *args, d, e: str = "x", **kw) -> Optional[int]:
    """Doc
       here.
    """


class C:
    def __init__(self, x, y=2): pass
    def m(self, q): "m doc"
    @classmethod
    def cm(cls, z): pass
    @staticmethod
    def sm(w): pass
    def __call__(self, t): pass


@dataclass
class D:
    x: int
    y: list = field(default_factory=list)
    z: str = "q"


def gen(): yield 1
async def co(): pass
def deco(g):
    @functools.wraps(g)
    def wrapper(*a, **k): return g(*a, **k)
    return wrapper

@deco
def wrapped(u, v=1): pass

for o in (f, C, C(1), C.m, C(1).m, C.cm, C.sm, D, wrapped, functools.partial(f, 1, d=4), lambda: 0):
    print(inspect.signature(o))
s = inspect.signature(f)
for p in s.parameters.values():
    print(p.name, p.kind, p.default, p.annotation, p.kind.description)
b = s.bind(1, 2, d=3)
print(b, b.arguments)
b.apply_defaults()
print(b.args, b.kwargs)
try:
    s.bind(1)
except TypeError as e:
    print(e)
print(inspect.getdoc(f), inspect.isfunction(f), inspect.isclass(C), inspect.ismethod(C(1).m), inspect.isgeneratorfunction(gen), inspect.iscoroutinefunction(co), inspect.isgenerator(gen()), inspect.isbuiltin(len))
print([n for n, m in inspect.getmembers(C(1), inspect.ismethod)], [n for n, m in inspect.getmembers(C, inspect.isfunction)])
print(inspect.getfullargspec(f))
g = gen()
print(inspect.getgeneratorstate(g)); next(g); print(inspect.getgeneratorstate(g)); g.close(); print(inspect.getgeneratorstate(g))
print(inspect.Parameter("x", inspect.Parameter.KEYWORD_ONLY, default=1), inspect.Signature([inspect.Parameter("x", inspect.Parameter.KEYWORD_ONLY, default=1)]))
print(inspect.cleandoc("  a\n    b\n    c"))
for p in ("a/b/c.txt", "/x", "", "a/../b", "//a", "/a//b/./c/..", "../x/..", ".bashrc", "a.tar.gz", "/"):
    print(posixpath.join("q", p), posixpath.split(p), posixpath.splitext(p), posixpath.basename(p), posixpath.dirname(p), posixpath.normpath(p), posixpath.isabs(p), posixpath.splitroot(p))
print(posixpath.commonprefix(["abc", "abd"]), posixpath.commonpath(["/a/b", "/a/c"]), posixpath.relpath("/a/b", "/a/c/d"), posixpath.sep, posixpath.exists("/nonexistent/x"))
print(errno.ENOENT, errno.errorcode[2], OSError(errno.ENOENT, "No such file").errno)
for t in ("[1, 2.5, 'a', (1,), {'k': None}, {1}, True, b'x', -3, 1+2j, set(), ...]", "{}", "'a' 'b'", "  5"):
    print(ast.literal_eval(t))
for t in ("f()", "1+1", "[x]", "a.b", "lambda: 0", "[i for i in 'a']", "-'a'", "{**{}}"):
    try:
        print(ast.literal_eval(t))
    except ValueError as e:
        print("ValueError", str(e).split(":")[0].split(" on line")[0])
try:
    ast.literal_eval("1 +")
except SyntaxError as e:
    print("SyntaxError", e.msg)
