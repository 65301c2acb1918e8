# technique: super(Metaclass, cls).__dict__ is the namespace of the class itself, with descriptors that read past the guards
# source: red team of the merged tree, guards.read_namespace
# goal: descriptors of the runtime
# impact: introspect
class Metaclass(type):
    pass


class Seen(metaclass=Metaclass):
    __slots__ = ('__weakref__', 'slot')

    def method(self):
        pass


class Again(Seen):
    pass


for cls in (Seen, Again):
    for name, value in super(Metaclass, cls).__dict__.items():
        if type(value).__name__ in ('getset_descriptor', 'member_descriptor') or name in ('__dict__', '__weakref__'):
            ESCAPED = (name, value)
