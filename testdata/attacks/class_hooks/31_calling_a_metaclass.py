# technique: classes made by calling metaclasses
# source: red team of the merged tree
# goal: special methods past the policy
# impact: policy
import abc, enum
class M(type): pass
def ga(self, n): return 42
for mk in (M, abc.ABCMeta, type(range), enum.EnumType):
    for ns in ({'__getattribute__': ga}, {'__module__': 'copy'}, {'__module__': 'pyrestrict'}, {'__getstate__': ga}, {'__reduce_ex__': ga}, {'__class__': int}, {'__slots__': ('__dict__',)}):
        try:
            X = mk('X', (), ns)
            print(mk, list(ns), 'made', X.__module__)
        except BaseException as e:
            print(mk, list(ns), type(e).__name__, e)
