"""Objects: data classes, keys, sorting and grouping."""
from collections import defaultdict
from dataclasses import dataclass


@dataclass
class Order:
    customer: str
    amount: int
    priority: int


def benchmark():
    orders = [Order(f"c{i * 7919 % 97}", i * 31 % 1000, i % 5) for i in range(8000)]
    groups = defaultdict(list)
    for order in sorted(orders, key=lambda order: (order.priority, -order.amount)):
        groups[order.customer].append(order.amount)
    return sum(max(amounts) - min(amounts) for amounts in groups.values())
