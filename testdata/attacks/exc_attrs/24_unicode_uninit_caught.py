# technique: an uninitialised UnicodeDecodeError is caught
# source: red team of the merged tree
# goal: a fault of the tool
# impact: info
for k in (UnicodeDecodeError, UnicodeEncodeError):
    e = k.__new__(k)
    try:
        raise e
    except Exception as x:
        print(type(x), x)
        if x is not e:
            ESCAPED = str(x)
