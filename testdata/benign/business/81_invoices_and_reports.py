# features: invoices with taxes, csv reports, loans, checksums, number words
# imports: csv, datetime, decimal, itertools, json, statistics and more
from decimal import Decimal, ROUND_HALF_UP, getcontext
from datetime import date, timedelta, datetime
from collections import defaultdict, OrderedDict, Counter, namedtuple
from enum import Enum
import csv, io, json, statistics, textwrap, itertools, re, string
CENT = Decimal("0.01")
class TaxRate(Enum):
    STANDARD = Decimal("0.20"); REDUCED = Decimal("0.05"); ZERO = Decimal("0")
Line = namedtuple("Line", "sku qty price tax")
class Invoice:
    seq = itertools.count(1001)
    def __init__(self, customer, issued): self.no = next(self.seq); self.customer = customer; self.issued = issued; self.lines = []
    def add(self, sku, qty, price, tax=TaxRate.STANDARD):
        if qty <= 0: raise ValueError(f"quantity must be positive, got {qty}")
        self.lines.append(Line(sku, qty, Decimal(price), tax)); return self
    @property
    def net(self): return sum((l.qty * l.price for l in self.lines), Decimal())
    def taxes(self):
        t = defaultdict(Decimal)
        for l in self.lines: t[l.tax.name] += l.qty * l.price * l.tax.value
        return {k: v.quantize(CENT, ROUND_HALF_UP) for k, v in sorted(t.items())}
    @property
    def total(self): return self.net + sum(self.taxes().values())
    def __str__(self):
        out = [f"Invoice {self.no} {self.customer:<12}{self.issued:%d %b %Y}", "-" * 40]
        out += [f"{l.sku:<10}{l.qty:>4} x {l.price:>8,.2f} = {l.qty * l.price:>10,.2f}" for l in self.lines]
        out += [f"{'net':>28} {self.net:>11,.2f}"] + [f"{k.lower():>28} {v:>11,.2f}" for k, v in self.taxes().items()] + [f"{'TOTAL':>28} {self.total:>11,.2f}"]
        return "\n".join(out)
inv = Invoice("ACME", date(2024, 2, 28)).add("W-1", 3, "19.99").add("BOOK", 10, "7.50", TaxRate.REDUCED).add("X", 1, "1234.567", TaxRate.ZERO)
print(inv); print(inv.issued + timedelta(days=30), repr(inv.total), inv.total.quantize(CENT))
try: inv.add("q", 0, "1")
except ValueError as e: print("error:", e)
raw = "date,region,amount\n2024-01-05,north,100.50\n2024-01-20,south,200\n2024-02-03,north,50.25\n2024-02-10,east,bad\n"
tot = defaultdict(lambda: defaultdict(float)); errs = []
for i, row in enumerate(csv.DictReader(io.StringIO(raw)), 2):
    try: tot[row["date"][:7]][row["region"]] += float(row["amount"])
    except ValueError as e: errs.append(f"line {i}: {e}")
print(json.dumps(tot, indent=1), errs)
def amortize(p, rate, n):
    r = rate / 12; pay = p * r / (1 - (1 + r) ** -n); bal = p
    for k in range(1, n + 1): i = bal * r; bal -= pay - i; yield k, round(pay, 2), round(i, 2), round(abs(bal), 2)
print(list(amortize(1000, 0.12, 4)))
def brackets(income, table=((0, .1), (10000, .2), (40000, .4))):
    return sum((min(income, hi) - lo) * r for (lo, r), hi in zip(table, [t[0] for t in table[1:]] + [float("inf")]) if income > lo)
print([brackets(x) for x in (5000, 10000, 45000.5)])
emp = [{"n": "Ann", "d": "IT", "s": 5200}, {"n": "Bob", "d": "HR", "s": 4100}, {"n": "Cyd", "d": "IT", "s": 6100}, {"n": "Dee", "d": "HR", "s": 3900}]
for dpt, g in itertools.groupby(sorted(emp, key=lambda e: (e["d"], -e["s"])), key=lambda e: e["d"]):
    g = list(g); print(f"{dpt}: {len(g)} avg={statistics.mean(e['s'] for e in g):.1f} top={g[0]['n']} med={statistics.median(e['s'] for e in g)} sd={statistics.pstdev(e['s'] for e in g):.2f}")
def workdays(a, n, hol=frozenset()):
    while n:
        a += timedelta(1)
        if a.weekday() < 5 and a not in hol: n -= 1
    return a
print(workdays(date(2024, 12, 20), 5, {date(2024, 12, 25)}), (date(2024, 3, 1) - date(2023, 3, 1)).days, [d.strftime("%a %d") for d in (date(2024, 1, 31) + timedelta(weeks=k) for k in range(3))])
def iban(s): s = re.sub(r"\s", "", s).upper(); return int("".join(str(int(c, 36)) for c in s[4:] + s[:4])) % 97 == 1
print(iban("GB82 WEST 1234 5698 7654 32"), iban("GB82 WEST 1234 5698 7654 33"))
def luhn(n): return sum(sum(divmod(int(d) * (1 + i % 2), 10)) for i, d in enumerate(reversed(str(n)))) % 10 == 0
print(luhn(79927398713), luhn(79927398710))
def words(n):
    ones = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(); tens = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
    if n < 20: return ones[n]
    if n < 100: return tens[n // 10] + ("-" + ones[n % 10] if n % 10 else "")
    for d, w in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if n >= d: return words(n // d) + f" {w}" + (" " + words(n % d) if n % d else "")
print(words(1234567), words(40), words(115)); print(textwrap.fill("Dear customer, " + "your order has shipped. " * 4, 40)); print(string.Template("Hi $name, you owe $$${amt}").substitute(name="Al", amt="5.00"))
print(f"{1234567.891:,.2f} {0.256:.1%} {-5:+d} {42:08.3f} {'x':*^7} {1e6:g} {255:#x} {3:03} {True!s:>6} {None!r:<6}|", "{:>10}|{:^10}|{:<10}".format("r", "c", "l"), "{0[a]} {1.real}".format({"a": 1}, 2j), "%-10s|%5.2f%%" % ("name", 12.345))
