# technique: a bound method passes reads on to its function
# source: reading pyrestrict and GraalPy's library
# goal: the defaults of a library's function
# impact: introspect
# bound methods of a library forward reads to their functions
import collections, random, json, html.parser
for m in (collections.OrderedDict().move_to_end, random.Random().randrange, html.parser.HTMLParser().feed, html.parser.HTMLParser().__init__):
    for n in ('__defaults__', '__kwdefaults__', '__annotations__', '__dict__', '__type_params__'):
        try:
            v = getattr(m, n)
            if v: escaped((m, n))
        except AttributeError as e: pass
