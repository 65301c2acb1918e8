# technique: exceptions that __new__() of another class made, or that were never initialised, are asked, split, raised and shown
# source: own
# goal: an error of the runtime's inside that says something of Java
# impact: introspect
import traceback

kinds = (ExceptionGroup, BaseExceptionGroup, OSError, SyntaxError, ImportError, AttributeError, NameError, UnicodeTranslateError, UnicodeDecodeError,
         StopIteration, SystemExit, KeyError)


def attempt(call, *given):
    try:
        return call(*given)
    except BaseException as error:
        words = f'{type(error).__name__} {error}'.lower()
        if isinstance(error, SystemError) or 'java' in words or 'oracle' in words:
            escaped(words)


def raised(error):
    try:
        raise error
    except* ValueError as group:
        attempt(repr, group)


for kind in kinds:
    for maker in (Exception, BaseException, OSError, kind):
        error = attempt(maker.__new__, kind)
        if error is None:
            continue
        for name in ('exceptions', 'message', 'args', 'errno', 'filename', 'text', 'value', 'code', 'name'):
            attempt(getattr, error, name)
        for name in ('split', 'subgroup', 'derive', '__init__', 'add_note', 'with_traceback'):
            method = getattr(error, name, None)
            attempt(lambda: method(ValueError))
            attempt(lambda: method('x', [ValueError()]))
        for call in (str, repr, raised, traceback.format_exception):
            attempt(call, error)
