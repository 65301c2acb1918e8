# technique: namedtuple() makes source text of names; they are those of a class derived from str, which says other things each time
# source: reading GraalPy's library
# goal: text evaluated by the library's eval
# impact: exec
import collections

asked = []


class Name(str):
    def __str__(self):
        asked.append(1)
        return self

    def isidentifier(self):
        return True

    def replace(self, *_):
        return self

    def split(self, *_):
        return [Name('a=escaped(1)')]


for names in (Name('a'), [Name('a=escaped(1)')], ('a', Name('b: escaped(1)'))):
    try:
        collections.namedtuple('Made', names)
    except (ValueError, TypeError):
        pass
for name in ('x)); escaped((1', 'escaped'):
    try:
        collections.namedtuple(Name(name), 'a', module=Name('os'))
    except (ValueError, TypeError):
        pass
