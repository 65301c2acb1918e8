# technique: the report of an exception reads its notes, and the attributes of a namespace that the guest has put in place
# goal: guest code that runs while the host makes its report, and breaks it
# impact: dos


class Notes:
    def __bool__(self):
        raise SystemExit('in the report')

    def __iter__(self):
        raise SystemExit('in the report')


class Sly(str):
    def __add__(self, other):
        raise SystemExit('in the report')


import traceback

for notes in (Notes(), [Sly('x'), 1, None], (1,), 'text'):
    e = ValueError('v')
    e.__notes__ = notes
    try:
        traceback.format_exception_only(e)
        traceback.format_exception(e)
    except SystemExit:
        ESCAPED = 'guest code ran in the report'
    e = ValueError('v')
    e.__dict__ = {'__notes__': notes, '__class__': int, '__traceback__': notes, '__cause__': notes}
    try:
        if 'ValueError' not in ''.join(traceback.format_exception(e)):
            ESCAPED = 'another class'
    except SystemExit:
        ESCAPED = 'guest code ran in the report'
e = ValueError('the end')
e.__notes__ = Notes()
raise e
