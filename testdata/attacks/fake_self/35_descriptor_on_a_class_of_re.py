# technique: Match.__init__() and other functions that set attributes are called with classes of the library's for self, and with data descriptors of the guest's: what the instances have for themselves is then the descriptor's to answer
# source: reading GraalPy's _sre and weakref with the guards' own use of them in mind
# goal: a guard that reads a text, or looks into a table, is answered by the guest
# impact: exec
import collections
import dataclasses
import re
import typing
import weakref

asked = []
answers = ['']


class Descriptor(dict):
    """A dictionary as well, where that is asked for."""

    def __get__(self, o, cls=None):
        if o is not None:
            asked.append(o)
        return answers[-1]

    def __set__(self, o, value):
        asked.append(o)


descriptor = Descriptor()
match, pattern = type(re.match('', '')), type(re.compile(''))
reference = type(weakref.WeakValueDictionary({1: Descriptor}).valuerefs()[0])
victims = (match, pattern, reference, weakref.ReferenceType, weakref.WeakValueDictionary, weakref.WeakKeyDictionary, type(re.compile('x').scanner('')))


class Text(collections.UserString):
    def __getitem__(self, key):
        return descriptor


text = Text('')
text.data = text
for victim in victims:
    for init in (match.__init__, pattern.__init__, re.error.__init__, collections.UserString.__init__, collections.UserDict.__init__,
                 weakref.WeakSet.__init__, weakref.WeakKeyDictionary.__init__, reference.__init__, type(re.compile('x').scanner('')).__init__):
        for arguments in ((text,), (descriptor,), (descriptor,) * 2, ('', descriptor), (descriptor,) * 3, ('', descriptor, None), (descriptor,) * 4, (descriptor,) * 5):
            try:
                init(victim, *arguments)
            except Exception:
                pass
asked.clear()


def use():
    @dataclasses.dataclass
    class Point:
        x: int
        _y: int = 0
        when: 'typing.ClassVar[int]' = 1

    return Point(1) == Point(2), repr(Point(3))


for answer in ('self', "'+str(list.clear(asked))+'", ('self', 'x'), {}, [], 1, None):
    answers.append(answer)
    try:
        use()
    except Exception:
        pass
    for found in asked:
        # The guest's own patterns and weak dictionaries are none of the guards'.
        escaped(type(found))
