# Objects of Python's own types take no new attributes, and programs find out by trying.
def attach(value):
    try:
        value.label = "x"
    except AttributeError as error:
        return f"AttributeError: {error}"
    return "attached"


for value in (5, 2.5, "text", b"data", (1,), [1], {}, {1}, None, True, object(), range(3), 1j, frozenset(), ...):
    print(attach(value))


def detach(value):
    try:
        del value.label
    except AttributeError as error:
        return f"AttributeError: {error}"
    return "detached"


class Plain:
    pass


plain = Plain()
print(attach(plain), detach(plain), detach(plain))
for value in (5, "text", [1], object(), None):
    print(detach(value))

try:
    setattr((1, 2), "first", 0)
except AttributeError as error:
    print(error)

try:
    "text".strip(5)
except TypeError as error:
    print(error)

from collections import deque

try:
    deque([1, 2]).remove(7)
except ValueError as error:
    print(error)
