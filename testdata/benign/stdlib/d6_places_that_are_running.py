"""The places that are running now, and those that an exception went through, as a list of theirs."""
import io
import random
import re
import traceback


def shown(text):
    return re.sub('File ".*?"', 'File', text)


def printed(**options):
    into = io.StringIO()
    traceback.print_stack(file=into, **options)
    print(shown(into.getvalue()))


def outer():
    return inner()


def inner():
    return [innermost(number) for number in range(1)]


def innermost(number):
    printed()
    printed(limit=2)
    printed(limit=-1)
    places = traceback.extract_stack()
    print(type(places).__name__, [(place.name, place.lineno, place.line) for place in places[-3:-1]], len(places))
    print(shown(traceback.format_stack()[-1]))
    return shown(places.format()[0])


print(outer())
try:
    print(1 if io else 2, innermost(*[1], 2))
except TypeError as e:
    print(isinstance(traceback.extract_tb(e.__traceback__), traceback.StackSummary))
print(traceback.StackSummary.from_list([('rules.py', 1, 'price', 'x = 1'), ('rules.py', 2, 'tax', None)]).format())


class Guarded:
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)


class Plain:
    pass


print(Guarded.__setattr__.__qualname__, Guarded().__setattr__.__name__, Plain.__setattr__.__qualname__, object.__delattr__.__name__)
random.seed(1)
print(random.choice(range(2 ** 31)), random.sample(range(10 ** 12), 3), random.choice(range(10 ** 12, 0, -7)), random.sample(range(100), 4))
