"""Parts of exception groups, and what traceback makes of errors."""
import io
import traceback
from types import TracebackType


class Transaction:
    def __enter__(self) -> 'Transaction':
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None) -> bool:
        print('leaving', kind and kind.__name__, isinstance(where, TracebackType))
        return isinstance(error, LookupError)


with Transaction():
    raise KeyError('k')

group = ExceptionGroup('several', [ValueError(1), ExceptionGroup('inner', [TypeError('t'), OSError('o')])])
print(repr(group.subgroup(TypeError)))
print(group.split(ValueError))
print(group.split((ValueError, OSError))[1].args)
print(repr(group.subgroup(lambda e: 'o' in str(e))), group.subgroup(KeyError))
print(group.exceptions, group.derive([KeyError()]))


class Failures(ExceptionGroup):
    def derive(self, excs):
        print('deriving of a', type(excs).__name__)
        return Failures(self.message, excs)


print(repr(Failures('mine', [ValueError(), TypeError()]).subgroup(ValueError)))
try:
    raise group
except* OSError as part:
    print(repr(part))
except* (ValueError, TypeError) as part:
    print(repr(part))


def inner():
    return {}['missing']


def middle():
    return inner()


def outer():
    return middle()


try:
    outer()
except KeyError as error:
    where = error.__traceback__
    print([place.name for place in traceback.extract_tb(where, 2)], [place.name for place in traceback.extract_tb(where, limit=-1)])
    print(len(traceback.format_tb(where)), len(traceback.format_tb(where, 1)), len(traceback.format_tb(where, limit=-3)))
    text = io.StringIO()
    traceback.print_tb(where, 1, text)
    print(len(text.getvalue().splitlines()))
    kept = traceback.TracebackException.from_exception(error)

print(kept, kept.exc_type, [place.name for place in kept.stack], list(kept.format_exception_only()))
text = ''.join(kept.format())
print(text.count('  File "'), text.splitlines()[0], text.splitlines()[-1])
kept.print(file=(out := io.StringIO()))
print(out.getvalue() == text)
