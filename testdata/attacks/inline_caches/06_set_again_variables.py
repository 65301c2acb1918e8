# technique: as 04, with variables of a function: bound by loops, with, except and patterns, and again by a turn of a loop
# source: own; in fast mode a variable that nothing binds further down is not asked again
# goal: an attribute set on a library's class
# impact: shared
import collections
import contextlib

LIBRARY = collections.Counter


class Own:
    pass


def both():
    return iter([Own(), LIBRARY])


def looped():
    for o in both():
        o.first = 1
        o.bleed = 1


def after_the_loop():
    for o in both():
        if o is not LIBRARY:
            o.first = 1
    o.bleed = 1


def in_a_branch():
    for o in both():
        if o is not LIBRARY:
            o.first = 1
        o.bleed = 1


def in_the_other_branch():
    for o in both():
        if o is not LIBRARY:
            o.first = 1
        else:
            o.bleed = 1


def gone_on_with():
    for o in both():
        if o is LIBRARY:
            o.bleed = 1
            continue
        o.first = 1


def turned():
    objects = both()
    while True:
        o = next(objects)
        while o is not LIBRARY:
            o.first = 1
            break
        o.bleed = 1


def bound_at_the_end():
    objects = both()
    o = next(objects)
    for turn in range(2):
        o.bleed = turn
        o.first = 1
        o = next(objects)


def bound_in_the_condition():
    objects = both()
    while o := next(objects, None):
        if o is not LIBRARY:
            o.first = 1
            continue
        o.bleed = 1


def bound_in_the_same_statement():
    o = Own()
    o.first, o = 1, LIBRARY
    o.bleed = 1


def bound_in_the_value():
    (o := Own()).first = 1
    o.first = (o := LIBRARY) and 1
    o.bleed = 1


def target_of_its_own_loop():
    for o, o.first in [(Own(), 1), (LIBRARY, 1)]:
        o.bleed = 1


def else_of_a_loop():
    o = Own()
    for turn in range(2):
        if turn:
            o = LIBRARY
            break
        o.first = 1
    else:
        o.first = 1
    o.bleed = 1


def tried():
    for o in both():
        try:
            if o is LIBRARY:
                raise KeyError
            o.first = 1
        except KeyError:
            o.bleed = 1
        finally:
            o.bleed = 1


def suppressed():
    with contextlib.suppress(TypeError):
        for o in [LIBRARY]:
            o.first = 1
    o.bleed = 1


def entered():
    for held in both():
        with contextlib.nullcontext(held) as o:
            if o is not LIBRARY:
                o.first = 1
            o.bleed = 1


def caught():
    for kind in (KeyError, IndexError):
        try:
            raise kind
        except KeyError as o:
            o.first = 1
        except IndexError as o:
            o.__class__.bleed = 1
            LIBRARY.bleed = 1


def captured():
    for held in both():
        match held:
            case Own() as o:
                o.first = 1
            case o:
                o.bleed = 1


def bound_from_inside():
    o = Own()

    def inside():
        nonlocal o
        o = LIBRARY

    o.first = 1
    inside()
    o.bleed = 1


def bound_by_an_inner_comprehension():
    o = Own()
    for turn in range(2):
        o.first = 1
        o.bleed = [o := LIBRARY for _ in range(1)] and 1


def local_by_name():
    o = Own()
    o.first = 1
    locals()['o'] = LIBRARY
    exec('o = LIBRARY')
    o.bleed = 1


def declared_global():
    global shared
    shared = Own()
    shared.first = 1
    globals()['shared'] = LIBRARY
    shared.bleed = 1


def of_a_class():
    o = Own()
    o.first = 1

    class Inside:
        o = LIBRARY
        o.first = 1
        o.bleed = 1


def imported():
    import collections as o
    o.first = 1
    o.Counter.bleed = 1


for attempt in (looped, after_the_loop, in_a_branch, in_the_other_branch, gone_on_with, turned, bound_at_the_end, bound_in_the_condition,
                bound_in_the_same_statement, bound_in_the_value, target_of_its_own_loop, else_of_a_loop, tried, suppressed, entered, caught,
                captured, bound_from_inside, bound_by_an_inner_comprehension, local_by_name, declared_global, of_a_class, imported):
    for again in range(3):
        try:
            attempt()
        except (TypeError, NameError, StopIteration, AttributeError):
            pass
        if hasattr(LIBRARY, 'bleed') or hasattr(LIBRARY, 'first'):
            escaped(attempt.__name__)
