# technique: an attribute of a parameter is set, then the parameter is another object: bound by every statement that binds, by functions inside, by what a class or a comprehension has under the name
# source: own; in fast mode the object of which an attribute was set is not asked again
# goal: an attribute set on a library's class
# impact: shared
import collections
import contextlib

LIBRARY = collections.Counter


class Own:
    __match_args__ = ('it',)
    it = LIBRARY


def assigned(o):
    o.first = 1
    o = LIBRARY
    o.bleed = 1


def unpacked(o):
    o.first = 1
    [o, *_] = [LIBRARY]
    o.bleed = 1


def looped(o):
    o.first = 1
    for o in [LIBRARY]:
        o.bleed = 1


def looped_before(o):
    for turn in range(2):
        o.first = 1
        o.bleed = 1
        o = LIBRARY


def entered(o):
    o.first = 1
    with contextlib.nullcontext(LIBRARY) as o:
        o.bleed = 1


def walrus(o):
    o.first = 1
    if (o := LIBRARY):
        o.bleed = 1


def walrus_inside(o):
    o.first = 1
    [(o := it) for it in [LIBRARY]]
    o.bleed = 1


def walrus_in_the_value(o):
    o.first = 1
    o.bleed = (o := LIBRARY, 1)[1]


def matched(o):
    o.first = 1
    match Own():
        case Own(o):
            o.bleed = 1


def imported(o):
    o.first = 1
    from collections import Counter as o
    o.bleed = 1


def defined(o):
    o.first = 1

    def o():
        pass
    o.bleed = 1


def caught(o):
    o.first = 1
    try:
        raise KeyError
    except KeyError as o:
        pass
    o.bleed = 1


def deleted(o):
    o.first = 1
    del o
    o.bleed = 1


def nonlocal_inside(o):
    def other():
        nonlocal o
        o = LIBRARY
    o.first = 1
    other()
    o.bleed = 1


def nonlocal_in_a_class(o):
    o.first = 1

    class Inside:
        nonlocal o
        o = LIBRARY
    o.bleed = 1


def in_a_class(o):
    o.first = 1

    class Inside:
        o = LIBRARY
        o.bleed = 1


def in_a_comprehension(o):
    o.first = 1
    [0 for o in [LIBRARY] for o.bleed in [1]]


def in_a_lambda(o):
    o.first = 1
    (lambda o: [0 for o.bleed in [1]])(LIBRARY)


def parameter_of_another(o):
    o.first = 1

    def inside(o):
        o.bleed = 1
    inside(LIBRARY)


def in_a_generator(o):
    o.first = 1
    o = yield
    o.bleed = 1


def refused_and_caught(o):
    o = Own
    try:
        o.first = 1
    finally:
        o = LIBRARY
        o.bleed = 1


def refused_before(o=LIBRARY):
    try:
        o.first = 1
    except TypeError:
        pass
    o.bleed = 1


def refused_and_suppressed(o=LIBRARY):
    with contextlib.suppress(TypeError):
        o.first = 1
    o.bleed = 1


def not_reached(o=LIBRARY):
    while False:
        o.first = 1
    if not o:
        o.first = 1
    o.bleed = 1


def declared_global(it):
    global o
    o = Own()
    o.first = 1
    o = LIBRARY
    o.bleed = 1


class Changing:
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value)
        for change in (lambda: setattr(self, '__class__', LIBRARY), lambda: object.__setattr__(self, '__class__', LIBRARY)):
            try:
                change()
            except (TypeError, AttributeError):
                pass


def changed(o):
    o = Changing()
    o.first = 1
    o.bleed = 1


def generator(o):
    made = in_a_generator(o)
    next(made)
    made.send(LIBRARY)


for attempt in (assigned, unpacked, looped, looped_before, entered, walrus, walrus_inside, walrus_in_the_value, matched, imported, defined, caught,
                deleted, nonlocal_inside, nonlocal_in_a_class, in_a_class, in_a_comprehension, in_a_lambda, parameter_of_another, generator,
                refused_and_caught, declared_global, changed):
    try:
        attempt(Own())
    except (TypeError, NameError, StopIteration, AttributeError):
        pass
    if hasattr(LIBRARY, 'bleed'):
        escaped(attempt.__name__)
for attempt in (refused_before, refused_and_suppressed, not_reached):
    try:
        attempt()
    except TypeError:
        pass
    if hasattr(LIBRARY, 'bleed'):
        escaped(attempt.__name__)
