# technique: the metaclass computes __match_args__, and says that it is a library's
# source: PEP 634 (class patterns)
# goal: read __globals__ of a function
# impact: introspect
# guard: _match_class_
def fn():
    return 1


Meta = type(
    'Meta',
    (type,),
    {
        '__instancecheck__': lambda c, o: True,
        '__match_args__': property(lambda c: ('__globals__',)),
        '__module__': 'json',
    },
)
Liar = Meta('Liar', (), {'__match_args__': ('a',)})
match fn:
    case Liar(found):
        escaped(found)
