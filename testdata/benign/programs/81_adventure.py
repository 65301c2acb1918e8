# features: a text adventure, an inventory, an event log, many idioms at once
# imports: collections, dataclasses, enum, functools, itertools, typing
from __future__ import annotations
import functools, itertools
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Callable, Iterator
class Direction(Enum):
    NORTH = auto()
    SOUTH = auto()
    @property
    def opposite(self) -> Direction:
        return {Direction.NORTH: Direction.SOUTH, Direction.SOUTH: Direction.NORTH}[self]
@dataclass
class Room:
    name: str
    exits: dict[Direction, Room] = field(default_factory=dict, repr=False)
    items: set[int] = field(default_factory=set)
    def connect(self, direction: Direction, other: Room) -> None:
        self.exits[direction] = other
        other.exits[direction.opposite] = self
class Command:
    registry: dict[str, Callable] = {}
    @classmethod
    def register(cls, *names: str):
        def decorate(function):
            for name in names:
                cls.registry[name] = function
            @functools.wraps(function)
            def wrapper(*args, **kwargs):
                return function(*args, **kwargs)
            return wrapper
        return decorate
class Game:
    def __init__(self) -> None:
        self.hall, self.garden = Room('hall', items={3, 1}), Room('garden')
        self.hall.connect(Direction.NORTH, self.garden)
        self.here, self.bag, self.log = self.hall, set(), deque(maxlen=3)
    def say(self, text: str, /, *, level: str = 'info') -> None:
        self.log.append((level, text))
        print(f'[{level:>5}] {text}')
    def do(self, line: str) -> None:
        verb, *rest = line.split()
        handler = Command.registry.get(verb)
        if handler is None:
            self.say(f'unknown verb {verb!r}', level='error')
            return
        try:
            handler(self, *rest)
        except TypeError as error:
            self.say(f'usage: {verb}: {error}', level='error')
        except (KeyError, ValueError) as error:
            self.say(f'{type(error).__name__}: {error}', level='error')
@Command.register('go', 'walk')
def go(game: Game, where: str):
    direction = Direction[where.upper()]
    game.here = game.here.exits[direction]
    game.say(f'you are in the {game.here.name}')
@Command.register('take')
def take(game: Game, what: str):
    number = int(what)
    game.here.items.remove(number)
    game.bag |= {number}
    game.say(f'bag: {game.bag} room: {game.here.items or "nothing"}')
@Command.register('look')
def look(game: Game):
    game.say(f'{game.here} exits {[d.name for d in game.here.exits]}')
game = Game()
for line in ['look', 'take 1', 'take 7', 'take x', 'go north', 'look', 'go up', 'go north', 'go', 'dance', 'walk south', 'take 3']:
    game.do(line)
print(list(game.log))
def windows(items: list[int], size: int) -> Iterator[tuple[int, ...]]:
    queue = deque(maxlen=size)
    for item in items:
        queue.append(item)
        if len(queue) == size:
            yield tuple(queue)
print(list(windows([1, 2, 3, 4], 2)), Counter(itertools.chain(*windows([1, 2, 3], 2))).most_common())
index = defaultdict(lambda: defaultdict(list))
for word in 'apple avocado banana blueberry cherry'.split():
    index[word[0]][len(word)].append(word)
print({k: dict(v) for k, v in index.items()})
