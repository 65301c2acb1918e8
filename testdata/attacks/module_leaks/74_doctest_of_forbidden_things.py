# technique: the example in a real docstring does what no guest may
# source: own, with the module doctest
# goal: classes of the runtime, modules, real builtins
# impact: exec
import doctest

found, ran = [], []


def f():
    """
    >>> ran.append(1)
    >>> found.extend(().__class__.__base__.__subclasses__())
    >>> found.append(f.__globals__)
    >>> found.append(__import__('os').system)
    >>> found.append(__builtins__)
    >>> found.append(__graalpython__)
    >>> found.append(_getattr_)
    >>> found.append(getattr(f, '__glo' + 'bals__'))
    >>> found.append(open('/etc/passwd').read())
    >>> found.append(eval('1'))
    >>> exec('found.append(1)')
    >>> found.append(compile('1', '', 'eval'))
    >>> found.append(breakpoint)
    """


doctest.run_docstring_examples(f, {'found': found, 'ran': ran, 'f': f})
doctest.testmod()
if found or not ran:
    ESCAPED = found
