# technique: an operation on which GraalPy fails with an internal error instead of an exception
# goal: a fault of the tool, or a Java class name in the guest's hands
# impact: info
import array
try:
    array.ArrayType.append(1, 2)
except BaseException as e:
    escaped(str(e))
