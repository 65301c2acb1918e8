# features: counting, markup, ciphers, tables, normalization, reprs, format specs
# imports: collections, itertools, re, string, textwrap, unicodedata
import re, collections, textwrap, string, itertools, unicodedata, difflib
text = """It was the best of times, it was the worst of times, it was the age of wisdom..."""
w = re.findall(r"[a-z']+", text.lower()); c = collections.Counter(w); print(c.most_common(3), len(set(w)), max(c, key=lambda k: (c[k], k)))
for k, g in itertools.groupby(sorted(set(w), key=len), key=len): print(k, sorted(g))
def md(s):
    s = re.sub(r"^(#+) (.*)$", lambda m: f"<h{len(m[1])}>{m[2]}</h{len(m[1])}>", s, flags=re.M); s = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", s); return re.sub(r"\[(.*?)\]\((.*?)\)", r'<a href="\2">\1</a>', s)
print(md("# Hi **x**\n## [l](u)"))
def caesar(s, k): return s.translate(str.maketrans(string.ascii_letters, "".join(a[k:] + a[:k] for a in (string.ascii_lowercase, string.ascii_uppercase))))
print(caesar("Hello, World", 3), caesar(caesar("Zz", 5), -5), "".join(chr((ord(ch) - 97 + 13) % 26 + 97) if ch.islower() else ch for ch in "uryyb"))
def table(rows, head):
    cols = list(zip(*([head] + rows))); ws = [max(len(str(x)) for x in col) for col in cols]
    line = "+" + "+".join("-" * (n + 2) for n in ws) + "+"
    fmt = lambda r: "| " + " | ".join(f"{x:<{n}}" if isinstance(x, str) else f"{x:>{n}}" for x, n in zip(r, ws)) + " |"
    return "\n".join([line, fmt(head), line, *map(fmt, rows), line])
print(table([["apple", 3], ["kiwi", 12]], ["fruit", "n"]))
print(re.sub(r"(?P<d>\d+)-(?P<m>\d+)", r"\g<m>/\g<d>", "12-05"), "x".join(re.split(r"\W+", "a, b; c")), re.sub(r"\b(\w)", lambda m: m[1].upper(), "the end"), [m.start() for m in re.finditer("(?=aa)", "aaaa")], re.findall(r"(\w+)@(\w+)\.com", "a@b.com c@d.com"))
print("".join(ch for ch in unicodedata.normalize("NFKD", "Crème Brûlée") if not unicodedata.combining(ch)), "ÀÉ".lower(), "ﬁ".upper(), "İ".casefold() == "i̇", len("👨‍👩‍👧"), "naïve".encode("ascii", "ignore"), "日本"[::-1], f"{'日本':>5}|", "tschüß".upper(), "Ω".lower(), "ſ".upper(), sorted(["éa", "eb", "z"]), "\u00e9" == "e\u0301", ascii("ñ"), "a\u0300".isalpha())
print(textwrap.dedent("""\
    one
      two
    """) + "|", "tab\tx".expandtabs(8), "a\\b", 'q"q', "q'q", "q'\"q", repr("\r\n\x1b\x85\xa0"), "a\x0bb\x0cc\u2028d".splitlines(), "line\n".rstrip("\n"), "  x ".strip(" "), "xxhixx".strip("x"), "mississippi".split("ss", 1), "a,b,".split(","), "".split(","), "".split(), "A-b_C".replace("-", "").lower(), "abc".find("d"), "%s" % "é", "abc" "def", "ab\
cd")
def wrap(s, n):
    line = ""
    for word in s.split():
        if len(line) + len(word) + bool(line) > n: yield line; line = word
        else: line += " " * bool(line) + word
    yield line
print(list(wrap("the quick brown fox jumps over", 10)), *("|%s|" % l.center(12) for l in wrap("a bb ccc dddd", 6)), sep="\n")
def rle(s): return "".join(f"{len(list(g))}{k}" for k, g in itertools.groupby(s))
def unrle(s): return "".join(int(n) * c for n, c in re.findall(r"(\d+)(\D)", s))
print(rle("WWWBBW"), unrle(rle("aab")), "".join(dict.fromkeys("banana")), " ".join(x[::-1] for x in "abc def".split()), "racecar" == "racecar"[::-1], sum(map(str.isupper, "aBC")), *sorted("bca", reverse=True), sep="|")
print(str(b"x", "ascii"), "%r %r" % ("a", b"a"), "{!r:^9}|{:>{w}}|{:.{p}}".format("a", 1, "trunc", w=4, p=3), f"{'a':>{2 + 3}}", f"{3.14159:.{2}f}", "{:b} {:o} {:e} {:c}".format(5, 8, 12345.678, 65), format(123456789, "_d"), format(-5, "05d"), format(1e-10, ".3g"), f"{1_000_000:_}", f"{0.1 + 0.2:.20f}", f"{2**64:,}", f"{-1.5:08.2f}", f"{'é':é^5}")
