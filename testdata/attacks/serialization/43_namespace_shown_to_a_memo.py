# technique: a memo keeps what has been copied, and says which class an object is made anew of
# source: reading GraalPy's library
# goal: the namespace of an object that is a library's, to change what the guest does not own
# impact: guard
import calendar
import copy
import ipaddress

owned = calendar.TextCalendar(3)
shared = ipaddress.IPv4Network.broadcast_address


class Maker:
    @staticmethod
    def __new__(*_):
        return shared


for thing in (owned, shared):
    memo = {}
    try:
        copy.deepcopy(thing, memo)
    except TypeError:
        pass
    for found in memo.get(id(memo), ()):
        if type(found) is dict:
            found['changed'] = True


class Memo(dict):
    def get(self, key, default=None):
        if key == id(type(shared)):
            return Maker
        return {'changed': True} if default is not None and key not in (id(shared),) and len(self) else default


try:
    copy.deepcopy(shared, Memo())
except TypeError:
    pass
for thing in (owned, shared):
    if hasattr(thing, 'changed'):
        escaped(thing)
