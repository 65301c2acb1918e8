# Trusted code, run when a guest first imports itertools. Endless iterators step in Python, so that they can be stopped inside a builtin.
def members(named):
    import itertools
    from _operator import index

    class Stepping:
        """What an iterator's class shows of itself; its steps are a generator's."""
        __slots__ = ('_steps',)

        def __iter__(self):
            # Faster to step through than this object is.
            return self._steps

        def __next__(self):
            return next(self._steps)

    class count(Stepping):
        __slots__ = ('_step',)

        def __init__(self, start=0, step=1):
            for number in (start, step):
                if not isinstance(number, (int, float, complex)) and not any([hasattr(type(number), name) for name in ('__index__', '__int__', '__float__')]):
                    raise TypeError('a number is required')
            self._steps = numbers(start, step)
            self._step = step

        def __repr__(self):
            start = self._steps.gi_frame.f_locals['start']
            return f'count({start!r})' if type(self._step) is int and self._step == 1 else f'count({start!r}, {self._step!r})'

    def numbers(start, step):
        while True:
            following = start + step
            start, value = following, start
            yield value

    class cycle(Stepping):
        __slots__ = ()

        def __init__(self, iterable, /):
            self._steps = rounds(iter(iterable))

    def rounds(iterable):
        saved = []
        for element in iterable:
            yield element
            saved.append(element)
        while saved:
            for element in saved:
                yield element

    class repeat(Stepping):
        __slots__ = ('_object', '_left')

        def __init__(self, object, times=None):
            self._object = object
            self._left = None if times is None else [max(0, index(times))]
            self._steps = forever(object) if times is None else some(object, self._left)

        def __length_hint__(self):
            if self._left is None:
                raise TypeError('len() of unsized object')
            return self._left[0]

        def __repr__(self):
            return f'repeat({self._object!r})' if self._left is None else f'repeat({self._object!r}, {self._left[0]})'

    def forever(value):
        while True:
            yield value

    def some(value, left):
        while left[0]:
            left[0] -= 1
            yield value

    def batched(iterable, n):
        if n < 1:
            raise ValueError('n must be at least one')
        return itertools.batched(iterable, n)

    def islice(*given):
        """GraalPy's takes numbers below zero for none."""
        for bound in given[1:3]:
            if type(bound) is int and bound < 0:
                what = 'Stop argument' if len(given) == 2 else 'Indices'
                raise ValueError(f'{what} for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
        return itertools.islice(*given)

    for cls in (count, cycle, repeat):
        cls.__module__ = 'itertools'
        cls.__qualname__ = cls.__name__

    return named('itertools', {'count': count, 'cycle': cycle, 'repeat': repeat, 'batched': batched, 'islice': islice})
