# features: annotations that are text and name ClassVar, InitVar and KW_ONLY by their module
# imports: dataclasses, typing
from __future__ import annotations

import dataclasses
import dataclasses as dc
import typing
import typing as t
from dataclasses import dataclass, fields


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    parts: t.ClassVar[int] = 2
    names: typing.ClassVar[list] = []
    _: dc.KW_ONLY
    tag: str = ""
    length: dataclasses.InitVar[int] = 0
    text: dc.InitVar[str | None] = None

    def __post_init__(self, length, text):
        self.names.append((self.major, length, text))


print(Version(1, 2), Version(1, tag="x", length=3, text="y"), Version.parts)
print([f.name for f in fields(Version)], Version.names, sorted([Version(2), Version(1)]))
try:
    Version(1, 2, "x")
except TypeError as e:
    print(e)


class t_like:
    ClassVar = int


@dataclass(slots=True)
class Other:
    """What only looks like it is a field as any other."""
    a: t_like.ClassVar = 1
    b: t.Final[int] = 2
    c: typing.ClassVar = 3


print(Other(), Other.c, Other.__slots__)
