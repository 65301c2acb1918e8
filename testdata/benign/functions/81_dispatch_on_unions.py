from functools import singledispatch


@singledispatch
def show(x):
    return "object"


@show.register
def _(x: int):
    return "int"


@show.register
def _(x: float | complex):
    return "num"


@show.register
def _(x: list):
    return "list of " + ", ".join(map(show, x))


print(show(1), show(2.5), show(1j), show([1, "a"]))
