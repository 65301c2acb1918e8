"""State machine, observer, command/undo, event sourcing."""
from __future__ import annotations
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import wraps, singledispatch
from typing import ClassVar, Callable, Any, Self
from collections.abc import Generator
import weakref


class State(Enum):
    IDLE = auto()
    RUNNING = auto()
    STOPPED = auto()


class InvalidTransition(RuntimeError):
    pass


def transition(*, source: State | tuple[State, ...], target: State):
    sources = source if isinstance(source, tuple) else (source,)

    def deco(fn):
        @wraps(fn)
        def wrapper(self, *args, **kwargs):
            if self.state not in sources:
                raise InvalidTransition(f"{fn.__name__}: {self.state.name} -> {target.name}")
            result = fn(self, *args, **kwargs)
            old, self.state = self.state, target
            self._notify(old, target)
            return result
        wrapper.transition = (sources, target)
        return wrapper
    return deco


class Machine:
    def __init__(self):
        self.state = State.IDLE
        self._observers: weakref.WeakSet = weakref.WeakSet()
        self.log = []

    def attach(self, o) -> Self:
        self._observers.add(o)
        return self

    def _notify(self, old, new):
        for o in self._observers:
            o.update(self, old, new)

    @transition(source=State.IDLE, target=State.RUNNING)
    def start(self, speed=1):
        return f"speed {speed}"

    @transition(source=(State.RUNNING, State.IDLE), target=State.STOPPED)
    def stop(self):
        return "bye"

    @classmethod
    def transitions(cls):
        return {n: f.transition for n, f in vars(cls).items() if hasattr(f, "transition")}


class Printer:
    def update(self, m, old, new):
        print(f"{old.name} => {new.name}")


p = Printer()
m = Machine().attach(p)
print(m.start(speed=3), m.stop())
try:
    m.start()
except InvalidTransition as e:
    print(e)
print({k: (len(s), t.name) for k, (s, t) in Machine.transitions().items()}, Machine.start.__name__)


@dataclass(frozen=True)
class Event:
    version: ClassVar[int] = 1


@dataclass(frozen=True)
class Opened(Event):
    owner: str


@dataclass(frozen=True)
class Deposited(Event):
    amount: int


@dataclass(frozen=True)
class Withdrawn(Event):
    amount: int


@dataclass(frozen=True)
class Acc:
    owner: str = ""
    balance: int = 0
    events: tuple[Event, ...] = field(default=(), repr=False)


@singledispatch
def apply(event, acc):
    raise NotImplementedError(type(event).__name__)


@apply.register
def _(e: Opened, acc):
    return replace(acc, owner=e.owner)


@apply.register
def _(e: Deposited, acc):
    return replace(acc, balance=acc.balance + e.amount)


@apply.register(Withdrawn)
def _w(e, acc):
    if acc.balance < e.amount:
        raise ValueError("insufficient")
    return replace(acc, balance=acc.balance - e.amount)


acc = Acc()
for e in [Opened("Zoe"), Deposited(50), Withdrawn(20), Withdrawn(100), Event()]:
    try:
        acc = replace(apply(e, acc), events=acc.events + (e,))
    except (ValueError, NotImplementedError) as ex:
        print(type(ex).__name__, ex)
print(acc, acc.events)


class Editor:
    def __init__(self):
        self.text, self.undo_stack, self.redo_stack = "", [], []

    def do(self, fn: Callable[[str], str]):
        self.undo_stack.append(self.text)
        self.redo_stack.clear()
        self.text = fn(self.text)
        return self

    def undo(self):
        if self.undo_stack:
            self.redo_stack.append(self.text)
            self.text = self.undo_stack.pop()
        return self

    def redo(self):
        if self.redo_stack:
            self.undo_stack.append(self.text)
            self.text = self.redo_stack.pop()
        return self


ed = Editor().do(lambda t: t + "hello").do(str.upper).do(lambda t: t[::-1])
print(ed.text, ed.undo().text, ed.undo().text, ed.redo().text, ed.do(lambda t: t + "!").redo().text)


def traffic() -> Generator[str, str | None, None]:
    state = "red"
    table = {"red": "green", "green": "yellow", "yellow": "red"}
    while True:
        cmd = yield state
        match cmd:
            case None | "next":
                state = table[state]
            case str() as s if s in table:
                state = s
            case other:
                print("ignored", other)


t = traffic()
print(next(t), next(t), t.send("next"), t.send("green"), t.send("blue"))


class VendingMachine:
    """Table-driven."""
    TABLE: ClassVar[dict[tuple[str, str], tuple[str, Callable[[Any], None] | None]]] = {
        ("idle", "coin"): ("paid", None),
        ("paid", "push"): ("idle", lambda s: s.sold.append(len(s.sold) + 1)),
        ("paid", "coin"): ("paid", lambda s: print("refund")),
    }

    def __init__(self):
        self.state, self.sold = "idle", []

    def __call__(self, event):
        self.state, action = self.TABLE.get((self.state, event), (self.state, None))
        action and action(self)
        return self


v = VendingMachine()
for e in "coin coin push push coin push".split():
    v(e)
print(v.state, v.sold, VendingMachine.__doc__)
