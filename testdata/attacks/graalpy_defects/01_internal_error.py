# technique: operations on which GraalPy fails with an internal error instead of an exception
# goal: a fault of the tool, or a Java class name in the guest's hands
# impact: info
import array
for attempt in (lambda: array.ArrayType.append(1, 2), lambda: bytearray(None)):
    try:
        attempt()
        escaped('it was done')
    except (SystemError, TypeError) as e:
        for word in ('java', 'graal', 'truffle', 'Exception', '$'):
            if word in str(e) or word in repr(e) or e.__cause__ or e.__context__:
                escaped(str(e))
