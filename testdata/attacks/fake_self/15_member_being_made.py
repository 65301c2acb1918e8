# technique: what is told its name while an enumeration is made sees the members before they are made, and makes one delete an attribute of a library's class
# source: reading pyrestrict and GraalPy's library
# goal: change a class of the library
# impact: policy
import enum

got = []
attributes = ('_missing_', '_boundary_', 'value', '__str__')
before = [hasattr(enum.Flag, attribute) for attribute in attributes]


class First:
    def __set_name__(self, owner, name):
        for v in list(vars(owner).values()):
            if type(v).__name__ == '_proto_member':
                got.append(v)
                for attribute in attributes:
                    try:
                        v.__set_name__(enum.Flag, attribute)
                    except (TypeError, AttributeError):
                        pass


class Mix(type):
    pass


class M(Mix, enum.EnumType):
    pass


class E(enum.Enum, metaclass=M):
    first = enum.nonmember(First())
    A = 1


if not got:
    escaped('the attack does not reach what it attacks')
if [hasattr(enum.Flag, attribute) for attribute in attributes] != before:
    escaped('a class of the library has been changed')
