# technique: type(x)(...) makes what has no name: a function of code of one's own, a code object, a class
# source: https://github.com/lmfit/asteval/issues/32
# goal: a function that nobody compiled
# impact: exec
def f():
    pass


async def co():
    pass


coroutine = co()
coroutine.close()
found = []
for make in (
    lambda: type(f)(getattr(f, '__code__'), {}),
    lambda: type(getattr(f, '__code__'))(0, 0, 0, 0, 0, 0, b'', (), (), (), '', '', '', 0, b'', b''),
    lambda: type(f).__new__(type(f), f),
    lambda: type((i for i in ()))(f),
    lambda: type(coroutine)(f),
    lambda: type(f.__call__)(f),
    lambda: type(type.__dict__['__mro__'])(f),
    lambda: type(len)('len'),
    lambda: type(type(f), (), {})(f),
):
    try:
        found.append(make())
    except (AttributeError, TypeError, NameError, KeyError):
        pass
if found:
    ESCAPED = found
