"""Control flow by exceptions and context managers."""


class Missing(Exception):
    def __init__(self, key):
        super().__init__(key)
        self.key = key


class Counting:
    def __init__(self):
        self.entered = self.failed = 0

    def __enter__(self):
        self.entered += 1
        return self

    def __exit__(self, kind, error, traceback):
        if kind is Missing:
            self.failed += error.key
            return True
        return False


def look(table, key):
    try:
        return table[key]
    except KeyError:
        raise Missing(key) from None


def benchmark():
    table = {i: i * i for i in range(0, 200, 2)}
    counting, total = Counting(), 0
    for i in range(4000):
        with counting:
            total += look(table, i % 200)
    return total + counting.failed + counting.entered
