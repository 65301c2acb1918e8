# technique: an exception's __setstate__() sets the attributes that its state names, past every guard; its state is its namespace
# source: known of CPython's BaseException; found in GraalPy by reading
# goal: another class for an object that exists, attributes that guests can't set
# impact: policy
import copy


class First(Exception):
    pass


class Second(Exception):
    def __init__(self, checked):
        self.checked = checked

    def __getattr__(self, name):
        return name


class Name(str):
    pass


class Names(dict):
    """Shows nothing of what it holds."""

    def __iter__(self):
        return iter(())

    def items(self):
        return ()

    keys = values = items


class Late:
    """Adds to the state while it is set."""

    def __set__(self, error, value):
        vars(given)['__class__'] = Second

    def __get__(self, error, cls):
        return None


class Writing(Exception):
    field = Late()


class Same(Exception):
    """Its copy is the object itself."""

    def __new__(cls, *arguments):
        return arguments[0] if arguments else Exception.__new__(cls)


def tried(error):
    for copied in (copy.copy, copy.deepcopy):
        try:
            if type(copied(error)) is Second or type(error) is Second:
                escaped(error)
        except (TypeError, AttributeError, RecursionError):
            pass


for name in ('__class__', Name('__class__')):
    for kind in (First, KeyError, OSError, AttributeError, ImportError, StopIteration):
        class Own(kind):
            pass

        error = Own('a', 'b')
        vars(error)[name] = Second
        tried(error)
    error = First()
    error.__dict__ = Names({name: Second})
    tried(error)
    error = Same()
    error.args = (error,)
    vars(error)[name] = Second
    tried(error)
given = Writing()
vars(given)['field'] = 1
tried(given)
given = Writing()
given.__dict__ = Names(field=1, other=2)
tried(given)
# What is an exception's own goes with it.
error = First('a')
error.word, error._own = 'word', [1]
made = copy.deepcopy(error)
assert made.word == 'word' and made._own == [1] and made._own is not error._own and made.args == ('a',)
