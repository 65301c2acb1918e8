"""Dictionaries: counting, merging, looking up."""


def benchmark():
    counts = {}
    for i in range(60_000):
        key = i * 7919 % 4001
        counts[key] = counts.get(key, 0) + 1
    merged = {**counts, -1: 1}
    total = 0
    for key, value in merged.items():
        if key in counts:
            total += value * key
    return total + len({value for value in merged.values()})
