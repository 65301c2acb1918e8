# features: copies of objects, shallow and deep, and of what is made anew by its class
# imports: copy
import copy


class Node:
    def __init__(self, value, following=None):
        self.value = value
        self.following = following

    def __copy__(self):
        print('a copy of', self.value)
        return Node(self.value, self.following)

    def __deepcopy__(self, memo):
        made = memo[id(self)] = Node(copy.deepcopy(self.value, memo))
        made.following = copy.deepcopy(self.following, memo)
        return made


class Plain:
    def __init__(self):
        self.lists = [1, [2]]
        self.words = {'a'}
        self.me = self


class Slotted:
    __slots__ = ('first', 'second', '__weakref__')

    def __init__(self):
        self.first = [1]


class Made:
    def __new__(cls, *arguments):
        made = super().__new__(cls)
        made.arguments = arguments
        return made

    def __init__(self, number):
        self.number = number


class Named(dict):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.names = ['one']


node = Node([1])
node.following = node
shallow, deep = copy.copy(node), copy.deepcopy(node)
print(shallow.value is node.value, shallow.following is node, deep.value is node.value, deep.following is deep)

plain = Plain()
other = copy.deepcopy(plain)
other.lists[1].append(3)
other.words.add('b')
print(plain.lists, plain.words, other.lists, sorted(other.words), other.me is other)
print(copy.copy(plain).lists is plain.lists, copy.copy(plain).me is plain)

slotted = copy.deepcopy(Slotted())
print(slotted.first, hasattr(slotted, 'second'))
print(copy.copy(Made(5)).number, copy.copy(Made(5)).arguments)

named = Named({'key': [1]})
copied = copy.deepcopy(named)
copied['key'].append(2)
copied.names.append('two')
print(named, named.names, copied, copied.names, type(copied).__name__, type(copy.copy(named)).__name__)

for value in (1, 'a', (1, [2]), [1], {1: [2]}, {1}, frozenset([1]), b'a', bytearray(b'x'), None, len, Node, range(3), 1 + 2j, ...):
    print(copy.copy(value) == value, copy.deepcopy(value) == value, end=' ')
print()
row = [1]
rows = copy.deepcopy([row, row])
print(rows[0] is rows[1], rows[0] is row)
