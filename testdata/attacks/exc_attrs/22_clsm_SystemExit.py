# technique: an exception that says it is of another class
# source: red team of the merged tree
# goal: a fault of the tool
# impact: info
class M(type): pass
try:
    E = M('E', (Exception,), {'__class__': property(lambda self: SystemExit)})
except BaseException as x:
    print(x)
    class E(Exception): pass
    try: setattr(E, '__class__', property(lambda self: SystemExit))
    except BaseException as x: print(x)
    try:
        import types
        E = types.new_class('E', (Exception,), {}, lambda ns: ns.update({'__class__': property(lambda self: SystemExit)}))
    except BaseException as x: print(x)
raise E('x')
