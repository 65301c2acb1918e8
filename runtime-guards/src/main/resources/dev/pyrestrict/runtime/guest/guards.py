# Trusted code. The guest's side of the guards: what rewritten programs call. It finds out facts about an object that guest code
# can't forge, asks Java for the decision and remembers the answer.
#
# Rules for every line here, and in the rooms that it puts together: no attribute of a guest's object is read to decide something;
# types are taken with type(), the method resolution order and dictionaries of classes through the descriptors of `type` itself; names
# are exact str. What a guest can reach of them is calls, never objects.
def guards(host, main, clean, tell, rooms):
    import operator
    import sys
    # Whether it is an object of a class for which is_plain() says so: GraalPy was changed to answer that.
    from __graalpython__ import blackhole as is_plain_object
    from __graalpython__ import force_split_direct_calls as copied_for_each_call

    fact = rooms['facts'](main)
    made = rooms['classes'](host, fact, tell)
    attribute = rooms['attributes'](host, fact, made, tell)
    match = rooms['matching'](fact, made, attribute, tell)

    def getitem_guard(o, key):
        """a[k] becomes _getitem_(a, k)."""
        return o[key]

    def getiter_guard(iterable):
        """for x in it becomes for x in _getiter_(it)."""
        return iterable

    def unpack_sequence_guard(sequence, spec, getiter):
        """a, (b, c) = x becomes a, (b, c) = _unpack_sequence_(x, spec, _getiter_)."""
        iterable = getiter(sequence)
        children = spec['childs']
        if not children:
            return iterable
        values = taken(iterable, spec['min_len'], 'starred' in spec)
        if values is None:
            return iterable
        if len(values) == spec['min_len'] or 'starred' in spec and len(values) > spec['min_len']:
            for index, child in children:
                values[index] = unpack_sequence_guard(values[index], child, getiter)
        return values

    def taken(iterable, least, starred):
        """No more values than Python's own unpacking takes: one too many tells that there are too many."""
        try:
            iterator = iter(iterable)
        except TypeError:
            # Python's own unpacking says it in other words.
            return None
        if starred:
            return list(iterator)
        values = []
        for value in iterator:
            values.append(value)
            if len(values) > least:
                break
        return values

    def iter_unpack_sequence_guard(iterable, spec, getiter):
        """for a, (b, c) in it becomes for a, (b, c) in _iter_unpack_sequence_(it, spec, _getiter_)."""
        for element in getiter(iterable):
            yield unpack_sequence_guard(element, spec, getiter)

    def apply_guard(function, /, *args, **kwargs):
        """f(*a, **k) becomes _apply_(f, *a, **k)."""
        return function(*args, **kwargs)

    in_place = {
        '+=': operator.iadd, '-=': operator.isub, '*=': operator.imul, '/=': operator.itruediv,
        '//=': operator.ifloordiv, '%=': operator.imod, '**=': operator.ipow, '<<=': operator.ilshift,
        '>>=': operator.irshift, '&=': operator.iand, '|=': operator.ior, '^=': operator.ixor,
        '@=': operator.imatmul,
    }

    def inplacevar_guard(operation, target, value):
        """n += v becomes n = _inplacevar_('+=', n, v)."""
        return in_place[operation](target, value)

    current_exception = sys.exception

    def catch_guard(classes):
        """In a generator, except BaseException becomes except _catch_(BaseException): the GeneratorExit that
        closes the generator is only caught by its own name."""
        if classes is BaseException and type(current_exception()) is GeneratorExit:
            return ()
        return classes

    def caught_guard(error):
        """except E as e: begins with _caught_(e)."""
        clean(error)

    return {
        **fact, **made, **attribute, 'tell': tell, 'keeps_match_args': match['keeps_match_args'],
        # Each place that calls one of them has a copy: it sees one name and few types, which compiled code then knows.
        'globals': {name: copied_for_each_call(function) for name, function in {
            '_getattr_': attribute['getattr'], '_write_': attribute['write_guard'], '_define_': attribute['define_guard'], '_own_': attribute['own_guard'],
            '_getitem_': getitem_guard, '_getiter_': getiter_guard, '_unpack_sequence_': unpack_sequence_guard,
            '_iter_unpack_sequence_': iter_unpack_sequence_guard, '_apply_': apply_guard, '_inplacevar_': inplacevar_guard,
            '_match_': match['match_guard'], '_match_class_': match['match_class_guard'], '_catch_': catch_guard, '_caught_': caught_guard,
        }.items()} | {'_plain_': is_plain_object, '_slice_': slice},
    }
