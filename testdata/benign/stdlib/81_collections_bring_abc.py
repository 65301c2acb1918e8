# collections.abc is there when modules are imported that need it, as typing does.
import collections
import typing


class Registry(collections.abc.MutableMapping):
    def __init__(self):
        self._entries = {}

    def __getitem__(self, key):
        return self._entries[key]

    def __setitem__(self, key, value):
        self._entries[key] = value

    def __delitem__(self, key):
        del self._entries[key]

    def __iter__(self):
        return iter(self._entries)

    def __len__(self):
        return len(self._entries)


registry = Registry()
registry.update(a=1, b=2)
print(dict(registry), registry.pop("a"), isinstance(registry, collections.abc.Mapping), len(registry))
print(isinstance([], collections.abc.Sequence), isinstance(print, collections.abc.Callable))
print(sorted(name for name in dir(collections.abc) if name.startswith("Se")))
