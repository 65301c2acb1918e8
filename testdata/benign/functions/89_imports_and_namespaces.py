# features: __import__() with a name that is written out, vars() of modules
import math
import string


def arguments():
    return __import__('argparse').ArgumentParser(prog='p')


print(arguments().prog, __import__('math') is math, __import__('collections.abc').__name__)
if __name__ == '__main__':
    __import__('doctest').testmod()


class Late:
    json = __import__('json')
    dumped = json.dumps([1])


print(Late.dumped, [m.__name__ for m in map(lambda _: __import__('statistics'), 'ab')])
try:
    __import__('nothing_of_that_name')
except ImportError as error:
    print(type(error).__name__)

names = {name: value for name, value in vars(math).items() if not name.startswith('_')}
print(names['sqrt'](16), names['pi'] == math.pi, 'floor' in names, sorted(names) == sorted(n for n in dir(math) if n[0] != '_'))
print(vars(string)['digits'], vars(string) == vars(string))
try:
    vars(1)
except TypeError as error:
    print(error)
