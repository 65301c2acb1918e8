# technique: the metaclass of the runtime's own range makes a class that says of every range that it is its instance
# source: reading pyrestrict
# goal: a class pattern that reads a private attribute of something that only seems to be of the class
# impact: guard
class Range(metaclass=type(range)):
    __match_args__ = ('_r',)


match range(10 ** 9):
    case Range(r):
        escaped(r)
