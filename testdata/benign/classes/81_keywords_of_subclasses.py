class Plugin:
    registry = {}

    def __init_subclass__(cls, *, name=None, priority=0, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.plugin_name = name or cls.__name__
        cls.priority = priority
        Plugin.registry[cls.plugin_name] = cls

    def run(self):
        return f"{self.plugin_name} runs"


class Csv(Plugin, name="csv", priority=5):
    pass


class Json(Plugin, priority=7):
    pass


class Meta(type):
    def __new__(mcls, name, bases, namespace, bases_=None, func=None, **kw):
        cls = super().__new__(mcls, name, bases, namespace)
        cls.func = func
        return cls

    def __init__(cls, name, bases, namespace, **kw):
        super().__init__(name, bases, namespace)


class Model(metaclass=Meta, func=3, table="t"):
    pass


print({n: (c.priority, c().run()) for n, c in sorted(Plugin.registry.items())}, Model.func)
for p in sorted(Plugin.registry.values(), key=lambda c: -c.priority):
    print(p.__name__, p.plugin_name)
