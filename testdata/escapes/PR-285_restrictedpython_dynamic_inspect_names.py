# technique: names that are looked at when the program is compiled come back through getattr()
# source: https://github.com/zopefoundation/RestrictedPython/pull/285
# goal: frames and code
# impact: introspect
import functools
import inspect
import operator


def g():
    yield


async def co():
    pass


async def ag():
    yield


running = co()
found = []
for o in (g(), running, ag(), g, ValueError().with_traceback(None)):
    for name in ('gi_frame', 'gi_code', 'gi_yieldfrom', 'cr_frame', 'cr_code', 'cr_await', 'cr_origin', 'ag_frame', 'ag_code', 'ag_await', 'tb_frame', 'tb_next'):
        for read in (
            lambda: getattr(o, name),
            lambda: operator.attrgetter(name)(o),
            lambda: inspect.getattr_static(o, name),
            lambda: functools.reduce(getattr, [o, name]),
            lambda: [*map(getattr, [o], [name])],
            lambda: ('{0.' + name + '}').format(o),
            lambda: dict(inspect.getmembers(o))[name],
        ):
            try:
                found.append(read())
            except (AttributeError, TypeError, KeyError, ValueError):
                pass
running.close()
if found:
    ESCAPED = found
