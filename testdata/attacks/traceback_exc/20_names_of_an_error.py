# technique: an exception's class has a name of a class derived from str, whose __format__ raises while the error is reported
# source: reading pyrestrict
# goal: a fault of the tool
# impact: policy
class Name(str):
    def __format__(self, spec):
        raise KeyError('format')

    def __str__(self):
        raise KeyError('str')


class Error(Exception):
    pass


Error.__qualname__ = Name('Error')
Error.__name__ = Name('Error')
Error.__module__ = Name('module')
raise Error
