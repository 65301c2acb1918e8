"""Allocation: many small objects and tuples."""


class Node:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        return 1 + (self.left.count() + self.right.count() if self.left else 0)


def build(depth):
    return Node(build(depth - 1), build(depth - 1)) if depth else Node(None, None)


def benchmark():
    return sum(build(10).count() for _ in range(6))
