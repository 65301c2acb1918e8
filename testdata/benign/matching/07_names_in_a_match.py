# features: locals(), vars() and dir() in a match statement with class patterns show the program's names alone
class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y


def matched(p):
    match p:
        case Point(int(x), y='hello'):
            return locals()
        case Point(x, y=y):
            names, values = dir(), vars()
            return names, sorted(values)


seen = matched(Point(42, 'hello'))
del seen['p']
print(seen)
print(*matched(Point(1.5, 2)))


def counted(counts, word):
    counts[word] += 1
    counts.total, (first, *rest) = 3, word
    return sorted(locals())


class Counts(dict):
    pass


print(counted(Counts(a=1), 'a'))


class Held:
    match Point(1, 2):
        case Point(a, b):
            names = [name for name in dir() if name[:2] != '__']
            more = [name for name in locals() if name[:2] == '__' and name[2:3] == 't']


print(Held.names, Held.more)
