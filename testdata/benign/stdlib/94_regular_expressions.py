# features: re in all its forms
# imports: re
import re
m = re.search(r"(?P<y>\d{4})-(?P<m>\d\d)", "on 2024-05-06")
print(m, m.group(), m.groups(), m.groupdict(), m.span("y"), m.start(), m.end(2), m[1], m["m"], m.lastgroup, m.lastindex, m.re, m.string, m.pos, m.endpos, m.expand(r"\g<m>/\1"))
print(re.findall(r"(\w)(\d)", "a1 b2 c3"), re.findall(r"\d+", "1 22 333"), re.split(r"[,;]\s*", "a, b;c"), re.split(r"(-)", "a-b-c", maxsplit=1))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.subn("a", "b", "banana", count=2), re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "a1b22"))
print([m.span() for m in re.finditer(r"(?i)ab", "abABaB")], re.fullmatch(r"\w+", "abc!"), re.match(r"(a)|(b)", "b").groups("none"))
p = re.compile(r"""
    (?P<num>\d+(?:\.\d*)?)   # number
  | (?P<op>[-+*/()])         # operator
  | (?P<ws>\s+)
""", re.VERBOSE)
print([(t.lastgroup, t.group()) for t in p.finditer("3.5 + (4*2)") if t.lastgroup != "ws"], p.groups, p.groupindex, p.flags, p.pattern[:5])
print(re.escape("a.b*c"), re.compile("x", re.M | re.S), re.I, re.I | re.M, repr(re.ASCII))
for bad in ["(", "[a", "*a", r"(?P<1>a)", "a{2,1}", r"\8", "(?P<a>x)(?P<a>y)"]:
    try: re.compile(bad)
    except re.error as e: print(bad, "->", e, "|", e.msg, e.pos)
print(re.sub(r"(?<!\d)(\d{3})(?=\d)", r"\1,", "1234567"), re.findall(r"\b\w", "the quick brown"), re.sub(r"(?m)^", "> ", "a\nb"))
print(re.findall(r"(?s)<.*?>", "<a\nb><c>"), re.split(r"\b", "hi you"), re.findall(r"[^\W\d_]+", "añb1_c"), re.match(r"(?:a|b)++", "abc"), re.sub("", "-", "abc"), re.findall("x*", "axb"))
print(re.match(r"(\d+)(?:px)?(?(1)!|x)", "12px!"), re.search(r"(.)\1", "hello").group(), re.sub(r"\s+", " ", "  a \n b ").strip())
try: re.sub("a", r"\2", "a")
except re.error as e: print(e)
try: m.group(5)
except IndexError as e: print(e)
try: m.group("zz")
except IndexError as e: print(e)
def camel(s): return re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", s).lower()
print(camel("HTTPServerError"), camel("camelCaseString"))
print(re.compile(b"a+").findall(b"aab"), bool(re.match("", "")), re.purge())
tok = re.Scanner if False else None
print({m.group(1): m.group(2) for m in re.finditer(r"(\w+)=(\w+)", "a=1 b=2")}, type(m), type(p))

