"""A weak proxy stands for an object."""
import weakref


class Node:
    def __init__(self, name, parent=None):
        self.name, self._parts = name, []
        self.parent = weakref.proxy(parent) if parent is not None else None
        if parent is not None:
            parent._parts.append(self)

    def path(self):
        return (self.parent.path() + '/' if self.parent is not None else '') + self.name

    def __len__(self):
        return len(self._parts)

    def __getitem__(self, i):
        return self._parts[i]

    def __contains__(self, name):
        return any(part.name == name for part in self._parts)

    def __eq__(self, other):
        return isinstance(other, Node) and self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def __str__(self):
        return f'node {self.name}'


root = Node('root')
leaf = Node('leaf', root)
twig = Node('twig', leaf)
print(twig.path(), len(leaf.parent), 'leaf' in leaf.parent, leaf.parent[0] is leaf, leaf.parent == root, str(leaf.parent), f'{leaf.parent}')
print([part.name for part in leaf.parent], bool(leaf.parent), leaf.parent._parts == [leaf])
leaf.parent.name = 'trunk'
leaf.parent.extra = 1
print(root.name, twig.path(), hasattr(leaf.parent, 'extra'), hasattr(leaf.parent, 'none'))
del leaf.parent.extra
print(hasattr(root, 'extra'), type(leaf.parent) is weakref.ProxyType, type(leaf.parent) in weakref.ProxyTypes)
for wrong in (lambda: hash(leaf.parent), lambda: leaf.parent.none, lambda: weakref.proxy(1), lambda: leaf.parent(), lambda: leaf.parent + 1):
    try:
        print(wrong())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, str(e).replace('weakref.', '').replace('weakproxy', 'ProxyType'))


class Amount:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return self.value + (other.value if isinstance(other, Amount) else other)

    def __radd__(self, other):
        return other + self.value

    def __iadd__(self, other):
        self.value += other
        return self

    def __lt__(self, other):
        return self.value < other.value

    def __neg__(self):
        return -self.value

    def __index__(self):
        return self.value

    def __call__(self, factor, *, plus=0):
        return self.value * factor + plus


five, six = Amount(5), Amount(6)
p, q = weakref.proxy(five), weakref.proxy(six)
print(p + q, p + 1, 1 + p, p < q, q > p, -p, [10, 11, 12, 13, 14, 15][p], p(3), p(3, plus=1), type(p) is weakref.CallableProxyType)
p += 2
print(five.value, p is five)
