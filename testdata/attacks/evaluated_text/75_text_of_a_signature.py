# technique: dataclass() asks inspect for the signature of a class without a docstring; inspect evaluates names with dots in the text of a signature, in a module's namespace
# source: reading Python's library: inspect._signature_fromstr()
# goal: attributes of the guest's functions and of the library's modules that guests can't read, and exceptions that hold what was found last
# impact: introspect
import dataclasses

found = []


def generator():
    yield 1


running = generator()


def shown(signature, module):
    def __init__(self):
        pass

    vars(__init__)['__signature__'] = signature
    __init__.__module__ = module

    class Shown:
        pass

    Shown.__init__ = __init__
    return dataclasses.dataclass(Shown, init=False).__doc__


class Text(str):
    def split(self, *_):
        return [self]


for text in ('(a=generator.__code__.co_filename)', '(a=running.gi_frame.f_lineno)', '(a=sys.executable, b=inspect.__file__)', '($self, a=os.sep)',
             '(a=generator.__globals__.nothing)', '(a=1)', '(' * 50, "(a='\\x00')", '(a=__import__)', '\n' * 1000 + '(a=1)'):
    for signature in (text, lambda text=text: text, Text(text)):
        for module in ('__main__', 'dataclasses', Text('os')):
            try:
                doc = shown(signature, module)
            except AttributeError as e:
                escaped(e)
            except Exception:
                continue
            if doc != 'Shown':
                escaped(doc)
