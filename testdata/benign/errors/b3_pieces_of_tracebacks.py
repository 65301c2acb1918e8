"""What traceback.format_exception() gives is one text for each place, and one for each line of a note."""
import traceback


def inner(values):
    return values['missing']


def outer():
    try:
        return inner({})
    except KeyError as error:
        raise ValueError('two\nlines') from error


def pieces(error):
    return [('place', piece.count('\n'), piece.strip().splitlines()[1].strip()) if piece.lstrip(' |').startswith('File') else piece
            for piece in traceback.format_exception(error)]


try:
    outer()
except ValueError as error:
    error.add_note('first')
    error.add_note('second\n  of more\n')
    for piece in pieces(error):
        print(repr(piece))
    print(traceback.format_exception_only(error))
    print(len(traceback.format_tb(error.__traceback__)), len(list(traceback.TracebackException.from_exception(error).format())))
try:
    raise ExceptionGroup('some', [ValueError('deep\nin it'), TypeError('other')])
except ExceptionGroup as group:
    group.add_note('of\nthe group')
    for piece in pieces(group):
        print(repr(piece))
