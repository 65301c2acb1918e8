"""Dynamic programming: lists, min, max, comprehensions."""


def benchmark():
    items = [(i * 37 % 23 + 1, i * 53 % 91 + 5) for i in range(60)]
    capacity = 600
    best = [0] * (capacity + 1)
    for weight, value in items:
        for room in range(capacity, weight - 1, -1):
            best[room] = max(best[room], best[room - weight] + value)
    words = ["kitten", "sitting", "saturday", "sunday"] * 4
    distance = 0
    for a in words:
        for b in words:
            row = list(range(len(b) + 1))
            for i, x in enumerate(a, 1):
                last, row[0] = row[0], i
                for j, y in enumerate(b, 1):
                    last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
            distance += row[-1]
    return best[-1] + distance
