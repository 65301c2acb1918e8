# technique: arguments of which one part of GraalPy tells another that it can't take them, by an exception of Java's for which nobody waits
# source: own, every builtin with objects whose special methods return themselves
# goal: an end of the guest that it can't catch, where CPython raises an exception
# impact: limit
class Itself:
    def __index__(self):
        return self

    def __int__(self):
        return self

    def __bool__(self):
        return self

    def __iter__(self):
        return self


class Text(str):
    pass


def caught_inside(argument):
    try:
        return 'a\nb'.splitlines(argument)
    except TypeError:
        return 'caught'


def closed_inside(argument):
    try:
        yield 'a\nb'.splitlines(argument)
    finally:
        closed.append(argument)


closed = []
attempts = [
    lambda: 'a\nb'.splitlines(Itself()), lambda: 'a\nb'.splitlines(keepends=Itself()), lambda: 'a\nb'.splitlines('x'),
    lambda: 'a\nb'.splitlines(object), lambda: 'a\nb'.splitlines(1.5), lambda: 'a\nb'.splitlines([]), lambda: str.splitlines(Text('a\nb'), ()),
    lambda: list(map('a\nb'.splitlines, ['x'])), lambda: [*closed_inside('x')], lambda: caught_inside('x') == 'caught' or escaped('not caught'),
]
for number, attempt in enumerate(attempts):
    ESCAPED = f'{number} was not caught'
    try:
        attempt()
    except (TypeError, SystemError) as e:
        if e.__cause__ or e.__context__ or 'oracle' in repr(e) or 'java' in repr(e):
            escaped(repr(e))
    ESCAPED = None
if closed != ['x']:
    escaped('finally was not run')
