# technique: a metaclass under enum's sees the members while they are made, and makes one delete an attribute of a library's class
# source: reading pyrestrict and GraalPy's library
# goal: change a class of the library
# impact: policy
import enum
got = []
class Mix(type):
    def __new__(m, name, bases, ns, *a, **k):
        for k2, v in list(ns.items()):
            if type(v).__name__ == '_proto_member':
                got.append(v)
                try: v.__set_name__(enum.Flag, '_missing_')
                except Exception as e: print(type(e), e)
        return super().__new__(m, name, bases, ns)
class M(enum.EnumType, Mix):
    pass
class E(enum.Enum, metaclass=M):
    A = 1
print(got)
if not hasattr(enum.Flag, '_missing_'): escaped(1)
