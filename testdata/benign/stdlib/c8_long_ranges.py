"""Ranges of more numbers than anybody wants to see are sequences, and what is drawn from them is spread."""
import collections.abc
import random
import typing

for length in 3, 10 ** 7, 10 ** 7 + 1, 10 ** 9, 2 ** 31 - 1:
    numbers = range(length)
    print(length, isinstance(numbers, collections.abc.Sequence), isinstance(numbers, typing.Sequence),
          isinstance(numbers, collections.abc.MutableSequence), isinstance(numbers, range))
    drawn = random.sample(numbers, 3)
    print(len(set(drawn)), all(number in numbers for number in drawn))
    print(random.choice(numbers) in numbers)
