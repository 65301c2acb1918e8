# technique: text that the cleaner of messages takes apart
# source: red team of the merged tree
# goal: a fault of the tool
# impact: info
T = """str.upper() missing ² required positional arguments"""
for k in (TypeError, ValueError, AttributeError, OverflowError, IndexError, ZeroDivisionError, LookupError, UnboundLocalError):
    e = k(T)
    try:
        raise e
    except BaseException as x:
        print(type(x).__name__, x)
        if x is not e:
            ESCAPED = str(x)
raise TypeError(T)
