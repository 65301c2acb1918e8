# technique: a guest's code runs while dataclass(slots=True) makes its class anew and the guards expect what the library has put there
# source: own
# goal: a class that defines what a class body may not: another __subclasshook__, __class__, __getattribute__
# impact: guard
import dataclasses
import typing

refused = ('__subclasshook__', '__abstractmethods__', '__parameters__', '__dataclass_fields__', '__class__', '__getattribute__',
           '__reduce_ex__', '__instancecheck__', '__dict__')
made = []


def attempt():
    for name in refused:
        for value in (classmethod(lambda cls, other: True), frozenset({'x'}), (), {}, property(lambda self: int), lambda *a: True):
            for maker in (lambda: type('C', (), {name: value}), lambda: type(typing.Protocol)('P', (), {name: value}),
                          lambda: dataclasses.make_dataclass('D', ['x'], namespace={name: value})):
                try:
                    made.append((name, maker()))
                except (TypeError, AttributeError):
                    pass


class Meta(type(typing.Protocol)):
    def __new__(meta, name, bases, namespace, **options):
        attempt()
        return super().__new__(meta, name, bases, namespace, **options)

    def __setattr__(cls, name, value):
        attempt()
        super().__setattr__(name, value)


class Shape(typing.Protocol):
    def area(self): ...


def declare():
    @dataclasses.dataclass(slots=True)
    class Square(Shape, metaclass=Meta):
        side: int = 1

        def area(self):
            return self.side

        def __init_subclass__(cls):
            attempt()


class Field:
    def __set_name__(self, owner, name):
        attempt()


def described():
    @dataclasses.dataclass(slots=True)
    class Described(Shape):
        side: int = dataclasses.field(default=1)
        other: typing.ClassVar = Field()


for work in (declare, described):
    try:
        work()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
for name, cls in made:
    if name in ('__abstractmethods__', '__parameters__', '__dataclass_fields__', '__dict__'):
        escaped(f'a class with a {name} of the guest')
    try:
        lies = issubclass(int, cls) or isinstance(1, cls)
    except TypeError:
        lies = False
    escaped(f'a class with a {name} of the guest' + (' that lies' if lies else ''))
