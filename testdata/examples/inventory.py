"""A shop's stock: reads orders from text, keeps the books, and prints a report as JSON.

An ordinary program: classes, generators, regular expressions, json. Run it with

    ./pyrestrict run testdata/examples/inventory.py
"""

import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from enum import Enum

ORDERS = """
2026-11-02  ada      12 x bolt-m4      @ 0.15
2026-11-02  grace     3 x hammer       @ 18.90
# the next line is damaged on purpose
2026-11-03  ada     two x bolt-m4      @ 0.15
2026-11-03  linus     1 x anvil        @ 249.00
2026-11-04  grace   200 x nail-30      @ 0.02   (rush)
2026-11-05  ada       1 x hammer       @ 18.90  (gift)
2026-11-05  barbara   5 x glove-l      @ 7.25
"""

LINE = re.compile(
    r"""
    (?P<day>\d{4}-\d{2}-\d{2}) \s+
    (?P<customer>[a-z]+) \s+
    (?P<count>\d+) \s+ x \s+ (?P<item>[\w-]+) \s+
    @ \s+ (?P<price>\d+\.\d{2})
    (?: \s+ \((?P<note>\w+)\) )?
    """,
    re.VERBOSE,
)


class OutOfStock(Exception):
    """An order asks for more than there is."""

    def __init__(self, item, wanted, available):
        super().__init__(f"{wanted} x {item} wanted, {available} there")
        self.item = item
        self.missing = wanted - available


class Speed(Enum):
    NORMAL = 1
    RUSH = 2


@dataclass(frozen=True)
class Order:
    day: str
    customer: str
    item: str
    count: int
    cents: int
    speed: Speed = Speed.NORMAL
    tags: tuple = ()

    @property
    def total(self):
        return self.count * self.cents


@dataclass
class Shelf:
    """What lies where; knows what it has promised."""

    stock: dict = field(default_factory=dict)
    _taken: Counter = field(default_factory=Counter)

    def take(self, order):
        available = self.stock.get(order.item, 0) - self._taken[order.item]
        if order.count > available:
            raise OutOfStock(order.item, order.count, available)
        self._taken[order.item] += order.count

    def __iter__(self):
        for item, count in sorted(self.stock.items()):
            yield item, count - self._taken[item]

    def __contains__(self, item):
        return self.stock.get(item, 0) > self._taken[item]


def parse(text):
    """Yields an order, or the line that is none."""
    for number, line in enumerate(text.strip().splitlines(), start=1):
        if line.startswith("#"):
            continue
        match LINE.fullmatch(line.rstrip()):
            case None:
                yield number, None, line
            case found:
                parts = found.groupdict()
                note = parts.pop("note")
                euros, cents = parts.pop("price").split(".")
                yield (
                    number,
                    Order(
                        **{**parts, "count": int(parts["count"])},
                        cents=100 * int(euros) + int(cents),
                        speed=Speed.RUSH if note == "rush" else Speed.NORMAL,
                        tags=(note,) if note else (),
                    ),
                    line,
                )


def running_totals():
    """A coroutine of the old kind: takes amounts, gives back the sum so far."""
    total = 0
    while True:
        total += yield total


def fulfil(text, shelf):
    accepted, problems = [], []
    totals = running_totals()
    next(totals)
    for number, order, line in parse(text):
        if order is None:
            problems.append({"line": number, "problem": "unreadable", "text": line.split("@")[0].strip()})
            continue
        try:
            shelf.take(order)
        except OutOfStock as e:
            problems.append({"line": number, "problem": str(e), "missing": e.missing})
        else:
            accepted.append((order, totals.send(order.total)))
    return accepted, problems


def report(accepted, problems, shelf):
    by_customer = defaultdict(list)
    for order, _ in accepted:
        by_customer[order.customer].append(order)
    return {
        "customers": {
            name: {
                "orders": len(orders),
                "spent": f"{sum(order.total for order in orders) / 100:.2f}",
                "items": sorted({order.item for order in orders}),
            }
            for name, orders in sorted(by_customer.items())
        },
        "rush": [order.item for order, _ in accepted if order.speed is Speed.RUSH],
        "problems": problems,
        "left": dict(shelf),
        "turnover": accepted[-1][1] if accepted else 0,
    }


def main():
    shelf = Shelf({"bolt-m4": 500, "hammer": 4, "nail-30": 150, "glove-l": 10, "anvil": 1})
    accepted, problems = fulfil(ORDERS, shelf)
    print(json.dumps(report(accepted, problems, shelf), indent=2))
    print("anvils left:", "yes" if "anvil" in shelf else "no")
    for order, so_far in accepted:
        print(f"{order.day} {order.customer:<8}{order.count:>4} x {order.item:<10}{order.total / 100:>9.2f}{so_far / 100:>9.2f}")


if __name__ == "__main__":
    main()
