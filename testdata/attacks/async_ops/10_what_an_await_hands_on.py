# technique: the iterator that a guest's __await__() may hand on, asked for what is behind it
# source: PEP 492
# goal: a frame or code, by the iterator of a coroutine
# impact: introspect
import types


async def inner():
    return 'inner'


class Waits:
    def __init__(self, what):
        self.what = what

    def __await__(self):
        return self.what.__await__()


@types.coroutine
def stepping():
    yield 1


held = [Waits(inner()).__await__(), Waits(stepping()).__await__(), stepping()]
for o in held:
    for name in ('cr_frame', 'cr_code', 'cr_await', 'gi_frame', 'gi_code', 'gi_yieldfrom', '__self__', '__func__', '_generator', '_o', '__reduce__'):
        for subject in (o, type(o)):
            try:
                got = getattr(subject, name)
            except (AttributeError, TypeError):
                continue
            ESCAPED = (name, got)
for wrong in (5, 'x', [], {}, object(), inner):
    for method in ('send', 'throw', 'close', '__await__', '__next__'):
        try:
            getattr(type(held[2]), method)(wrong, *([None] if method == 'send' else []))
        except (TypeError, AttributeError):
            continue
        ESCAPED = (method, wrong)
