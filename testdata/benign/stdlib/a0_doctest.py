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


if __name__ == "__main__":
    print(doctest.testmod())
    doctest.run_docstring_examples(square, globals(), verbose=True, name="sq")
    print(doctest.testmod(verbose=True))
