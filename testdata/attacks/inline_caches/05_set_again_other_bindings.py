# technique: as 04, with the statements that bind without looking like it: type aliases, patterns with stars, groups of exceptions, classes, generator expressions, type parameters
# source: own; read again what binds a parameter
# goal: an attribute set on a library's class
# impact: shared
import collections
import contextlib

LIBRARY = collections.Counter


class Own:
    it = LIBRARY


def aliased(o):
    o.first = 1
    type o = LIBRARY
    o.bleed = 1


def alias_value(o):
    o.first = 1
    type o = int
    o.__value__.bleed = 1


def star_captured(o):
    o.first = 1
    match [LIBRARY]:
        case [*o]:
            o.bleed = 1


def captured(o):
    o.first = 1
    match LIBRARY:
        case o:
            o.bleed = 1


def captured_as(o):
    o.first = 1
    match LIBRARY:
        case type() as o:
            o.bleed = 1


def captured_in_a_mapping(o):
    o.first = 1
    match {'it': LIBRARY}:
        case {'it': o}:
            o.bleed = 1


def group(o):
    o.first = 1
    try:
        raise ExceptionGroup('', [KeyError()])
    except* KeyError as o:
        o = LIBRARY
    o.bleed = 1


def a_class(o):
    o.first = 1

    class o(LIBRARY):
        pass
    o.__base__.bleed = 1


def generator_expression(o):
    o.first = 1
    any((o := it) for it in [LIBRARY])
    o.bleed = 1


def in_a_default(o):
    o.first = 1

    def inside(x=(o := LIBRARY)):
        pass
    o.bleed = 1


def in_a_lambda_default(o):
    o.first = 1
    (lambda x=(o := LIBRARY): x)()
    o.bleed = 1


def in_a_decorator(o):
    o.first = 1

    @(o := LIBRARY)
    def inside():
        pass
    o.bleed = 1


def in_a_condition(o):
    o.first = 1
    while (o := LIBRARY) is not None:
        o.bleed = 1


def in_a_subject(o):
    o.first = 1
    match (o := LIBRARY):
        case _:
            o.bleed = 1


def target_of_loop(o):
    o.first = 1
    for o, o.bleed in [(LIBRARY, 1)]:
        pass


def target_of_with(o):
    o.first = 1
    with contextlib.nullcontext((LIBRARY, 1)) as (o, o.bleed):
        pass


def target_after_target(o):
    o.first = 1
    o, o.bleed = LIBRARY, 1


def chained(o):
    o.first = 1
    o = o.bleed = LIBRARY


def starred(o):
    o.first, *o = 1, LIBRARY
    for it in o:
        it.bleed = 1


def parameterized[T](o: T):
    o.first = 1

    def inside[o](it: o):
        it.bleed = 1
    inside(LIBRARY)


def two_levels(o):
    o.first = 1

    def middle():
        def inner():
            nonlocal o
            o = LIBRARY
        inner()
    middle()
    o.bleed = 1


def two_levels_by_walrus(o):
    def middle():
        nonlocal o
        [o := it for it in [LIBRARY]]
    o.first = 1
    middle()
    o.bleed = 1


def text(o):
    o.first = 1
    locals()['o'] = LIBRARY
    o.bleed = 1
    vars()['o'] = LIBRARY
    o.bleed = 1


def keyword(*, o):
    o.first = 1
    o = LIBRARY
    o.bleed = 1


def star_parameter(*o):
    try:
        o.first = 1
    except (TypeError, AttributeError):
        pass
    o.bleed = 1


def is_super(o):
    o.first = 1
    super(LIBRARY, LIBRARY()).bleed = 1


for attempt in (aliased, alias_value, star_captured, captured, captured_as, captured_in_a_mapping, group, a_class, generator_expression,
                in_a_default, in_a_lambda_default, in_a_decorator, in_a_condition, in_a_subject, target_of_loop, target_of_with,
                target_after_target, chained, starred, parameterized, two_levels, two_levels_by_walrus, text, star_parameter, is_super,
                lambda o: keyword(o=o)):
    try:
        attempt(Own())
    except (TypeError, NameError, AttributeError, ValueError):
        pass
    if hasattr(LIBRARY, 'bleed'):
        escaped(attempt)
