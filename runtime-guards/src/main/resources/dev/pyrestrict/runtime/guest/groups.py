# Trusted code. except* (PEP 654), which GraalPy does not have: the compiler makes of it
#
#     with _try_star_() as t: body
#     with _except_star_(t, T, 0), _matched_(t) as e: first clause
#     with _except_star_(t, T, 1), _matched_(t) as e: last clause
#
# What is raised at the end follows _PyExc_PrepReraiseStar of CPython 3.12.
def exception_groups():
    split = BaseExceptionGroup.__dict__['split']
    members = BaseExceptionGroup.__dict__['exceptions'].__get__
    arguments = BaseException.__dict__['args']
    context = BaseException.__dict__['__context__']
    cause = BaseException.__dict__['__cause__'].__get__
    suppressed = BaseException.__dict__['__suppress_context__']
    traceback = BaseException.__dict__['__traceback__']

    class Unmatched(BaseException):
        """Leaves a clause before its block begins."""

    unmatched = Unmatched()

    class Try:
        __slots__ = ('error', 'rest', 'matched', 'again', 'raised', 'back')

        def __init__(self):
            self.error = self.rest = self.matched = None
            self.again = False
            self.raised = []
            self.back = []

        def __enter__(self):
            return self

        def __exit__(self, kind, error, _):
            if error is None or issubclass(type(error), GeneratorExit):
                return False
            self.error = self.rest = error
            return True

    def check(kind):
        for each in kind if type(kind) is tuple else (kind,):
            if not isinstance(each, type) or not issubclass(each, BaseException):
                raise TypeError('catching classes that do not inherit from BaseException is not allowed')
            if issubclass(each, BaseExceptionGroup):
                raise TypeError('catching ExceptionGroup with except* is not allowed. Use except instead.')

    def match(attempt, kind):
        attempt.matched, attempt.again = None, False
        rest = attempt.rest
        if rest is None:
            return
        check(kind)
        if issubclass(type(rest), BaseExceptionGroup):
            attempt.matched, attempt.rest = [like_cpython(part) for part in split(rest, kind)]
        elif isinstance(rest, kind):
            group = ExceptionGroup if issubclass(type(rest), Exception) else BaseExceptionGroup
            attempt.matched, attempt.rest = group('', (rest,)), None

    def like_cpython(group):
        """GraalPy splits into groups of a tuple, CPython into groups of a list: their repr() shows it."""
        if issubclass(type(group), BaseExceptionGroup):
            given = arguments.__get__(group)
            if len(given) == 2 and type(given[1]) is tuple:
                arguments.__set__(group, (given[0], list(given[1])))
            for member in members(group):
                like_cpython(member)
        return group

    class Clause:
        __slots__ = ('attempt', 'last')

        def __init__(self, attempt, last):
            self.attempt = attempt
            self.last = last

        def __enter__(self):
            return None

        def __exit__(self, kind, error, _):
            attempt = self.attempt
            if issubclass(type(error), GeneratorExit):
                return False
            if error is not None and error is not unmatched:
                if error is attempt.matched and attempt.again:
                    attempt.back.append(error)
                else:
                    attempt.raised.append(error)
                    if context.__get__(error) is None and error is not attempt.matched:
                        context.__set__(error, attempt.matched)
            if self.last:
                result = outcome(attempt)
                if result is not None:
                    if result is error:
                        return False
                    before, hidden = context.__get__(result), suppressed.__get__(result)
                    try:
                        raise result
                    finally:
                        context.__set__(result, before)
                        suppressed.__set__(result, hidden)
            return True

    class Matched:
        __slots__ = ('attempt',)

        def __init__(self, attempt):
            self.attempt = attempt

        def __enter__(self):
            if self.attempt.matched is None:
                raise unmatched
            return self.attempt.matched

        def __exit__(self, *_):
            return False

    def leaves(error, found):
        if issubclass(type(error), BaseExceptionGroup):
            for member in members(error):
                leaves(member, found)
        else:
            found.append(error)
        return found

    def outcome(attempt):
        error, rest = attempt.error, attempt.rest
        if error is None:
            return None
        raised, back = attempt.raised, attempt.back
        if not issubclass(type(error), BaseExceptionGroup):
            return rest if rest is not None else (raised + back + [None])[0]
        left = back + ([rest] if rest is not None else [])
        again = None
        if left:
            kept = [id(leaf) for group in left for leaf in leaves(group, [])]
            again = like_cpython(split(error, lambda leaf: id(leaf) in kept)[0])
        if not raised:
            return again
        if again is not None:
            raised = raised + [again]
        if len(raised) == 1:
            return raised[0]
        return BaseExceptionGroup('', raised)

    def except_star(attempt, kind, last):
        match(attempt, kind)
        return Clause(attempt, last)

    def matched_again(attempt):
        attempt.again = True
        return attempt.matched

    return {'_try_star_': Try, '_except_star_': except_star, '_matched_': Matched, '_matched_again_': matched_again,
            '_no_error_': lambda attempt: attempt.error is None}
