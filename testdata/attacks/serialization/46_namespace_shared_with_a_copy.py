# technique: a shallow copy keeps the very namespace of what it was made of, in the state that __reduce__() names
# source: found in pyrestrict: the state of a shallow copy was detached from its original, and for some hours was not
# goal: an object changed past its guards, through its copy
# impact: policy
import collections
import copy
import functools


class Part(functools.partial):
    pass


class Words(collections.UserDict):
    pass


class Plain:
    pass


made = [functools.partial(print), Part(print), Words(), Plain(), collections.OrderedDict(), collections.deque()]
for original in made:
    try:
        original.kept = 1
    except (AttributeError, TypeError):
        continue
    other = copy.copy(original)
    other.kept = 2
    if original.kept != 1:
        escaped(type(original))
