class Registry(type):
    classes = {}

    def __new__(mcls, name, bases, ns, **kw):
        cls = super().__new__(mcls, name, bases, ns)
        if kw.get("register", True):
            mcls.classes[name] = cls
        return cls

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.options = dict(kw)

    def __call__(cls, *args, **kwargs):
        obj = super().__call__(*args, **kwargs)
        obj.made_by = cls.__name__
        return obj

    def __iter__(cls):
        return iter(sorted(cls.classes))

    def __len__(cls):
        return len(cls.classes)

    def __getitem__(cls, key):
        return cls.classes[key]

    def __contains__(cls, key):
        return key in cls.classes

    def __repr__(cls):
        return f"<registered {cls.__name__}>"


class Base(metaclass=Registry):
    pass


class A(Base, color="red"):
    def __init__(self, x):
        self.x = x


class Hidden(Base, register=False):
    pass


class Singleton(type):
    _instances = {}

    def __call__(cls, *a, **k):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*a, **k)
        return cls._instances[cls]


class Settings(metaclass=Singleton):
    def __init__(self, v=1):
        self.v = v


class Ordered(type):
    def __new__(mcls, name, bases, ns):
        ns["fields"] = [k for k in ns if not k.startswith("_")]
        return type.__new__(mcls, name, bases, dict(ns))


class Form(metaclass=Ordered):
    b = 1
    a = 2

    def c(self): ...


class Plugin:
    plugins = []

    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.plugin_name = name or cls.__name__.lower()
        Plugin.plugins.append(cls)


class One(Plugin, name="first"):
    pass


class Two(Plugin):
    def run(self):
        return "two"


class Robot:
    def quack(self):
        return "beep"


class Typed:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{getattr(item, '__name__', item)}]"


print(list(Base), len(Base), "A" in Base, "Hidden" in Base, Base["A"] is A)
print(A, A.options, Hidden.options, A(3).made_by, A(3).x)
print(Settings(5) is Settings(6), Settings().v)
print(Form.fields)
print([p.plugin_name for p in Plugin.plugins], Two().run(), One.plugin_name)
print(Typed[int], Typed["x"])
print(type(A).__name__, type(type(A)) is type, isinstance(A, Registry))
Dyn = type("Dyn", (Robot,), {"name": "dyn", "hello": lambda self: f"hello {self.name}"})
print(Dyn().hello(), Dyn().quack(), Dyn.__name__, Dyn.__bases__)
print([k.__name__ for k in Dyn.__mro__])
try:
    class Bad(Base, A):
        pass
except TypeError as e:
    print("TypeError", str(e).split("\n")[0])
