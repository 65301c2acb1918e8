"""Module doc.

>>> square(3)
9
"""
import doctest


def square(x):
    """Squares.

    >>> square(2)
    4
    >>> for i in range(2):
    ...     print(square(i))
    0
    1
    >>> square('a')
    Traceback (most recent call last):
        ...
    TypeError: can't multiply sequence by non-int of type 'str'
    """
    return x * x


class A:
    """
    >>> a = A()
    >>> a.f()
    1
    """

    def f(self):
        """
        >>> A().f()
        1
        >>> [1,   2] # doctest: +NORMALIZE_WHITESPACE
        [1, 
          2]
        """
        return 1


def as_at_a_prompt(sequence):
    """
    >>> for i in range(2):
    ...     i
    ...     if i:
    ...         with 5: 'no'
    Traceback (most recent call last):
    TypeError: 'int' object does not support the context manager protocol
    >>> for i in range(2):
    ...     i
    0
    1
    >>> while True:
    ...     match 5:
    ...         case 5: 'five'
    ...     try: {}['k']
    ...     except KeyError: 'none'
    ...     else: 'some'
    ...     finally: 'end'
    ...     None
    ...     break
    'five'
    'none'
    'end'
    >>> def f():
    ...     5
    >>> f()
    >>> class B:
    ...     6
    >>> 1; 2
    1
    2
    >>> as_at_a_prompt((1,))
    Traceback (most recent call last):
    TypeError: 'tuple' object does not support item assignment
    """
    sequence[0] = 2


if __name__ == "__main__":
    print(doctest.testmod())
    doctest.run_docstring_examples(square, globals(), verbose=True, name="sq")
    print(doctest.testmod(verbose=True))
