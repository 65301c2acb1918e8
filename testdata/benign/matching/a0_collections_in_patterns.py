# A deque and an array are sequences to a pattern, an OrderedDict is a mapping, and each kind of dict may be captured whole.
import array
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque
from collections.abc import Mapping, MutableSequence, Sequence


class Jobs(deque):
    pass


class Settings(OrderedDict):
    pass


def shape(value):
    match value:
        case {"a": found, **rest}:
            return "mapping", found, dict(rest)
        case {}:
            return "mapping without a"
        case [first, *rest]:
            return "sequence", first, rest
        case []:
            return "empty sequence"
        case _:
            return "neither"


for value in (deque([1, 2]), deque(), Jobs("xy"), OrderedDict(a=1, b=2), OrderedDict(), Settings(a=0), defaultdict(int, a=1),
              Counter("aab"), ChainMap({"a": 1}), UserDict(a=1), UserList([1]), array.array("i", [1, 2]), range(1, 3),
              memoryview(b"\1\2"), bytearray(b"\1"), {1, 2}, "ab"):
    print(type(value).__name__, shape(value), isinstance(value, Mapping), isinstance(value, Sequence))


def kind(value):
    match value:
        case Settings(whole) | defaultdict(whole) | OrderedDict(whole):
            return "kept", dict(whole)
        case bool(truth):
            return "truth", truth
        case int(number):
            return "number", number
        case dict(whole):
            return "dict", whole


print([kind(value) for value in (OrderedDict(a=1), Settings(b=2), defaultdict(list, c=[]), True, 7, {})])


def drain(jobs):
    while True:
        match jobs:
            case [("stop", code), *_]:
                return code
            case [str(name), *_]:
                print("named", name)
            case [(str(name), int(times)), *_] if times > 1:
                jobs.append((name, times - 1))
        jobs.popleft()


print(drain(deque(["a", ("b", 3), ("stop", 4)])))
print(issubclass(array.array, MutableSequence))
