"""A class with a finalizer that does nothing when it has been closed, used as most programs use it."""


class Store:
    opened = 0

    def __init__(self, name):
        self.name = name
        self.closed = False
        self.rows = {}
        Store.opened += 1

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def __setitem__(self, key, value):
        if self.closed:
            raise ValueError(f"{self.name} is closed")
        self.rows[key] = value

    def close(self):
        if not self.closed:
            self.closed = True
            Store.opened -= 1

    def __del__(self):
        self.close()


with Store("orders") as store:
    store["a"] = 1
    print(store.rows, Store.opened)
print(store.closed, Store.opened)
try:
    store["b"] = 2
except ValueError as error:
    print(error)


class Cached(Store):
    def __del__(self):
        self.rows.clear()
        super().close()


with Cached("cached") as cached:
    cached["c"] = 3
    print(len(cached.rows), Store.opened)
print(Store.opened)
