# technique: a generator or coroutine that the host gives has a frame
# source: https://github.com/danthedeckie/simpleeval/issues/138
# goal: the namespace of the host
# impact: exec
# needs: host_gen
items = host_gen()
found = []
for name in ('gi_' + 'frame', 'gi_' + 'code', 'cr_' + 'frame', 'ag_' + 'frame', 'gi_' + 'yieldfrom'):
    for o in (items, iter(items), type(items)):
        try:
            found.append(getattr(o, name))
        except (AttributeError, TypeError):
            pass
if found:
    ESCAPED = found
