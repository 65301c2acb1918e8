# technique: fields of a UnicodeError that are no text
# source: red team of the merged tree
# goal: a fault of the tool
# impact: info
e = UnicodeDecodeError('utf-8', b'x', 0, 1, 'malformed input')
for n, v in (('encoding', 5), ('encoding', None), ('reason', 5), ('start', 'a'), ('end', None), ('object', 5)):
    try:
        setattr(e, n, v)
    except BaseException as x:
        print(n, v, type(x), x)
del_ok = []
for n in ('encoding', 'reason'):
    try:
        delattr(e, n); del_ok.append(n)
    except BaseException as x:
        print('del', n, type(x), x)
print(del_ok)
raise e
