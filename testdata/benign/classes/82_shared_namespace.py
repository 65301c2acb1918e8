"""Borg and AttrDict idioms."""


class Borg:
    _state = {}
    def __init__(self): self.__dict__ = self._state
Borg().x = 1
print(Borg().x)
class AttrDict(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.__dict__ = self
ad = AttrDict(a=1)
ad.b = 2
print(ad, ad.a, ad["b"])
