# technique: what the compiler takes for settled is bound anew by everything that binds: the second write is to another object
# source: own, against GuardInserter.noteWritten()
# goal: an attribute of a library's object is set without a guard
# impact: guard
import string
import collections
import decimal
import types


class Own:
    pass


target = string.Template


def by_loop(things):
    for x in things:
        x.aa = 1
        for x.cc in (1, 2):
            x.zz = 1


def by_while(things):
    x = Own()
    n = 0
    while n < 2:
        x.aa = 1
        n += 1
        y = x
        y.aa = 2
        y, x = things[n], things[n]
        y.zz = 1


def by_except(things):
    x = Own()
    try:
        x.aa = 1
        raise KeyError(target)
    except KeyError as e:
        (x := e.args[0]).zz = 1


def by_match(things):
    x = Own()
    x.aa = 1
    match things[-1]:
        case x:
            x.zz = 1


def by_with(things):
    class Cm:
        def __enter__(self): return things[-1]
        def __exit__(self, *_): return False
    x = Own()
    x.aa = 1
    with Cm() as x:
        x.zz = 1


def by_comprehension(things):
    x = Own()
    x.aa = 1
    [(x := each) for each in things]
    x.zz = 1


def by_nested_comprehension(things):
    x = Own()
    x.aa = 1
    [[(x := inner) for inner in outer] for outer in [things]]
    x.zz = 1


def by_condition_of_comprehension(things):
    x = Own()
    x.aa = 1
    [0 for each in things if (x := each)]
    x.zz = 1


def by_lambda_default(things):
    x = Own()
    x.aa = 1
    f = lambda y=(x := things[-1]): y
    x.zz = 1


def by_default(things):
    x = Own()
    x.aa = 1
    def f(y=(x := things[-1])): pass
    x.zz = 1


def by_decorator(things):
    x = Own()
    x.aa = 1
    @(lambda f: things[-1])
    def x(): pass
    x.zz = 1


def by_class(things):
    x = Own()
    x.aa = 1
    @(lambda f: things[-1])
    class x: pass
    x.zz = 1


def by_class_body(things):
    x = Own()
    x.aa = 1
    class K:
        nonlocal x
        x = things[-1]
    x.zz = 1


def by_nonlocal(things):
    x = Own()
    def f():
        nonlocal x
        x = things[-1]
    x.aa = 1
    f()
    x.zz = 1


def by_nonlocal_in_lambda_class(things):
    x = Own()
    def f():
        def g():
            nonlocal x
            [x for x in ()]
            for x in things: pass
        g()
    x.aa = 1
    f()
    x.zz = 1


def by_import(things):
    x = Own()
    x.aa = 1
    from string import Template as x
    x.zz = 1


def by_import_as(things):
    x = Own()
    x.aa = 1
    import collections.abc as x
    x.zz = 1


def by_delete(things):
    x = Own()
    x.aa = 1
    del x
    x = things[-1]
    x.zz = 1


def by_star(things):
    x = Own()
    x.aa, *x.bb = 1, 2
    x, *y = things[::-1]
    x.zz = 1


def by_augmented(things):
    class Add:
        def __iadd__(self, other): return other
    x = Add()
    x.aa = 1
    x += things[-1]
    x.zz = 1


def by_target_of_its_own(things):
    x = Own()
    x.aa = x = things[-1]
    x.zz = 1


def by_target_in_one(things):
    x = Own()
    x.aa, x, x.zz = 1, things[-1], 1


def by_subscript_in_target(things):
    x = Own()
    x.aa, [0, 1][(x := things[-1]) is None], x.zz = 1, 2, 3


def by_annotated(things):
    x: int = Own()
    x.aa = 1
    x: int = things[-1]
    x.zz = 1


def by_finally(things):
    x = Own()
    for each in things:
        try:
            x.aa = 1
            continue
        finally:
            x = each
            x.zz = 1


def by_finally_again(things):
    x = Own()
    for each in things:
        try:
            x.aa = 1
            x.bb = 2
        finally:
            x = each
    x.zz = 1


def by_else(things):
    x = Own()
    for x in things:
        x.aa = 1
        break
    else:
        x.zz = 1
    x.zz = 1


def by_type_alias(things):
    x = Own()
    x.aa = 1
    type x = int
    x.zz = 1


def by_type_parameter[x](things):
    x.zz = 1


def by_class_cell(things):
    class K:
        def f(self):
            __class__.aa = 1
            __class__ = things[-1]
            __class__.zz = 1
    K().f()


def by_attribute_that_is_a_setter(things):
    class K:
        @property
        def aa(self): return 1
        @aa.setter
        def aa(self, value): things.append(target)
    x = K()
    x.aa = 1
    things[-1].zz = 1


def by_exec(things):
    x = Own()
    x.aa = 1
    locals()['x'] = things[-1]
    vars()['x'] = things[-1]
    x.zz = 1


def by_global(things):
    global held
    held = Own()
    held.aa = 1
    globals()['held'] = things[-1]
    held.zz = 1


def by_generator(things):
    x = Own()
    x.aa = 1
    x = yield
    x.zz = 1


def run_generator(things):
    g = by_generator(things)
    next(g)
    g.send(things[-1])


def by_argument(x, y):
    x.aa = 1
    y.zz = 1


def by_same_name_in_lambda(things):
    x = Own()
    x.aa = 1
    (lambda x: [0 for x.zz in (1,)])(things[-1])


def by_same_name_in_function(things):
    x = Own()
    x.aa = 1
    def f(x):
        x.zz = 1
    f(things[-1])


def by_except_star(things):
    x = Own()
    x.aa = 1
    try:
        raise ExceptionGroup('', [KeyError(1)])
    except* KeyError as x:
        x.exceptions[0].zz = 1
        x = things[-1]
        x.zz = 1


def by_with_targets(things):
    class Cm:
        def __enter__(self): return things[-1]
        def __exit__(self, *_): return False
    x = Own()
    x.aa = 1
    with Cm() as x, Cm() as x.zz:
        pass


def by_for_target(things):
    x = Own()
    x.aa = 1
    for x, x.zz in [(things[-1], 1)]:
        pass


def by_while_test(things):
    x = Own()
    n = [2, 1]
    while n.pop() if n else None:
        x.aa = 1
        if x := things[-1]:
            x.zz = 1


def by_assert(things):
    x = Own()
    x.aa = 1
    assert (x := things[-1])
    x.zz = 1


def by_return(things):
    x = Own()
    x.aa = 1
    try:
        return 1
    finally:
        x = things[-1]
        x.zz = 1


def by_fstring(things):
    x = Own()
    x.aa = 1
    f'{(x := things[-1])}'
    x.zz = 1


def by_bases(things):
    x = Own()
    x.aa = 1
    class K((x := things[-1])): pass
    x.zz = 1


def by_annotation(things):
    x = Own()
    x.aa = 1
    def f(a: (x := things[-1]) if 0 else 1): pass
    x.zz = 1


def by_subject(things):
    x = Own()
    x.aa = 1
    match (x := things[-1]):
        case _ if x.aa == 1:
            pass
        case _:
            x.zz = 1


for name, function in list(globals().items()):
    if name[:3] == 'by_' or name == 'run_generator':
        for kind in (target, collections.OrderedDict, string, decimal.Decimal, len, types.SimpleNamespace):
            try:
                if name == 'by_argument':
                    function(Own(), kind)
                elif name != 'by_generator':
                    function([Own(), kind, kind])
            except (TypeError, AttributeError, UnboundLocalError, KeyError, ValueError):
                pass
            for each in (target, collections.OrderedDict, string, decimal.Decimal, len, types.SimpleNamespace):
                if hasattr(each, 'zz'):
                    escaped((name, each))
