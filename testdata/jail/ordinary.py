import json
import random
import time


def outcome(f):
    try:
        return f()
    except Exception as e:
        return f'{type(e).__name__}: {e}'


print(price_of('tea'), price_of('coffee', quantity=3), signed('x'), prices, unlocked)
prices['tea'] = 0
print(price_of('tea'), charge(30), charge(30), outcome(lambda: charge('1')))
print(time.time(), json.version, hasattr(random, 'random'), hasattr(random, 'randint'))
print(outcome(lambda: price_of('none')), outcome(lambda: price_of()), outcome(lambda: price_of(print)))
print(outcome(lambda: unlock('after')), outcome(lambda: vault.unlock('after')), vault.name())
print(outcome(keep_giving), outcome(subclass), outcome(lambda: failing('none')))


class Text(str):
    pass


class Number(int):
    pass


for given in (Text('x'), Number(1), [Text('x')], {Text('x'): 1}, lambda: 1, object(), (x for x in []), {1, 2}, Ellipsis, b'x', (1, [2, {'a': None}])):
    print(outcome(lambda: failing(given)))
loop = []
loop.append(loop)
print(outcome(lambda: failing(loop)))
try:
    failing('held')
except Exception as e:
    print(type(e).__name__, [type(part).__name__ for part in e.args], e.args)
