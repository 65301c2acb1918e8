"""What can't be unpacked into a list, a tuple, a set or a dict is named as what stands after the stars."""


def told(action):
    try:
        print(action())
    except TypeError as error:
        print(error)


class Shop:
    def __init__(self):
        self.prices = None

    def listed(self):
        return [0, *self.prices]

    def merged(self):
        return {'total': 1, **self.prices}


nothing, number = None, 5
told(lambda: [*nothing])
told(lambda: (*number,))
told(lambda: {1, *nothing})
told(lambda: {**number})
told(lambda: {'a': 1, **nothing})
told(lambda: [*5])
told(Shop().listed)
told(Shop().merged)
told(lambda: list(nothing))
told(lambda: [2 * number, max(nothing)])
told(lambda: [each for each in nothing])
told(lambda: [*range(3), *'ab'])
