"""repr() of slices, whatever they are made of."""


class A:
    def __repr__(self):
        return 'A!'


class Bad:
    def __repr__(self):
        raise ValueError('no text')


class Deep:
    def __getitem__(self, key):
        return repr(key)


print(repr(slice(A(), 'x', 1.5)), str(slice(1, 2)), f'{slice(A)}', slice(None), slice('a', b'b', [1]), slice(len, {}, ...))
print([slice(1, 'b')], (slice(2 ** 70, True),), slice(slice(1), 'é\n'))
print(Deep()[1:2], Deep()[:, 'a':A()], Deep()[...])
try:
    print(slice(Bad()))
except ValueError as error:
    print('ValueError', error)
print('%s|%r' % (slice(1), slice('b')), '{!r:>30}'.format(slice(1, 2, 3)))
