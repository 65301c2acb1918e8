# features: shifts of zero, repetitions that no index can count, and their errors, written and in place
import operator


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except Exception as e:
        return f'{type(e).__name__}: {e}'


def shifted(n, by):
    n <<= by
    return n


def repeated(values, times):
    values *= times
    return len(values)


for by in (0, 1, 64, 4096, 2 ** 31, 2 ** 40, 1 << 1000, -1, -(1 << 1000)):
    print(by.bit_length(), attempt(lambda: 0 << by), attempt(shifted, 0, by), attempt(operator.lshift, 0, by),
          attempt(lambda: False << by), attempt((0).__lshift__, by))

for values in ('a', b'a', [1], (1, 2), bytearray(b'ab'), '', []):
    for times in (2 ** 63, 2 ** 100, -2 ** 100):
        print(type(values).__name__, attempt(lambda: values * times), attempt(lambda: times * values),
              attempt(repeated, values, times), attempt(operator.mul, values, times))
