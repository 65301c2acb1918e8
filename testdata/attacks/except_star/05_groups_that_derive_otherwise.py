# technique: derive() answers with anything, sequences of exceptions lie about themselves, what is not the class's own is overridden
# source: own; PEP 654
# goal: an error of the runtime's inside, an object of the chain that except* becomes
# impact: introspect
import traceback


class Derived(ExceptionGroup):
    answer = None

    def derive(self, exceptions):
        return self.answer


class Lying(tuple):
    def __iter__(self):
        return iter([1, 2])

    def __len__(self):
        return 99

    def __getitem__(self, index):
        return 5


class Hidden(ExceptionGroup):
    split = exceptions = None

    def __new__(cls, *_):
        return ExceptionGroup.__new__(cls, 'x', [ValueError()])


def attempt(call):
    try:
        return call()
    except BaseException as error:
        words = f'{type(error).__name__} {error}'.lower()
        if isinstance(error, SystemError) or 'java' in words or 'unmatched' in words:
            escaped(words)


def caught(group, kind):
    try:
        raise group
    except* kind as error:
        if not isinstance(error, BaseExceptionGroup):
            escaped(error)
        raise


for answer in (None, 1, (), [], ValueError, ValueError(), Derived, object(), Hidden()):
    for members in ([ValueError()], (ValueError(), Derived('i', [KeyError()]))):
        group = Derived('m', members)
        group.answer = answer
        for call in (
            lambda: group.split(KeyError), lambda: group.subgroup(lambda e: True), lambda: group.split(lambda e: 1 / 0), lambda: group.split(answer),
            lambda: caught(group, KeyError), lambda: caught(group, answer), lambda: traceback.format_exception(group),
        ):
            attempt(call)
for members in (Lying([ValueError()]), {ValueError(): 1}, 'abc', iter([ValueError()]), [1], [ValueError], Lying()):
    attempt(lambda: ExceptionGroup('m', members).split(ValueError))
attempt(lambda: caught(Hidden(), ValueError))
