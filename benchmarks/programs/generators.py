"""Generators: pipelines and delegation."""


def numbers(limit):
    for i in range(limit):
        yield i


def only_odd(items):
    for item in items:
        if item % 2:
            yield item


def squares(items):
    yield from (item * item for item in items)


def benchmark():
    return sum(squares(only_odd(numbers(60_000)))) % 1_000_003
