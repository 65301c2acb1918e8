"""What lru_cache() makes is a descriptor: it binds to an instance, also where a program asks it to."""
import functools


@functools.lru_cache
def doubled(self, number):
    return number * 2


class Reckoner:
    doubled = doubled


reckoner = Reckoner()
print(reckoner.doubled(2), doubled.__get__(reckoner)(3), getattr(doubled, '__get__')(None, Reckoner) is doubled)
print(doubled.cache_info())
