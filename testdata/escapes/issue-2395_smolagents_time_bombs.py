# technique: special methods that the interpreter calls when it likes, __del__ above all, run after the sandbox has gone
# source: https://github.com/huggingface/smolagents/issues/2395
# goal: code that runs outside of the run
# impact: limit
import gc


class Bomb:
    def __del__(self):
        escaped('__del__')


for turn in range(1000):
    Bomb().itself = Bomb()
gc.collect()
for name in ('__getattribute__', '__class__', '__instancecheck__', '__subclasscheck__', '__reduce__', '__prepare__', '__mro_entries__'):
    for make in (
        lambda: type('C', (), {name: lambda *_: escaped(name)}),
        lambda: setattr(type('C', (), {}), name, lambda *_: escaped(name)),
        lambda: type('M', (type,), {name: lambda *_: escaped(name)}),
    ):
        try:
            cls = make()
        except (AttributeError, TypeError):
            continue
        if cls is not None and name in vars(cls):
            ESCAPED = (name, cls)
