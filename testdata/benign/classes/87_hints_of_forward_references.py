# features: text among annotations, also inside generic types
# imports: typing
from typing import *
class Node:
    value: "int"
    left: Optional["Node"]
    kids: "list[Node]"
    table: Dict[str, "Node"]
    tup: tuple["int", ...]
    u: "Node | None"
    cb: Callable[["Node"], "int"]
    an: Annotated["int", 5]
    lit: Literal["Node"]
    cv: ClassVar["int"] = 1
def f(a: "Node", b: List["Node"] = None, *args: "int") -> "Optional[Node]": ...
print(get_type_hints(Node)); print(get_type_hints(f)); print(get_type_hints(Node, include_extras=True)["an"])
