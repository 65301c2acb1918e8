"""A text is taken apart by re.Scanner; plugins that are abstract are left out; a function learns of a class later."""
import abc
import functools
import inspect
import re

scanner = re.Scanner([
    (r'(?:[a-z]+)', lambda scanner, text: ('name', text)), (r'\d+', lambda scanner, text: int(text)),
    (r'[-+*/]', lambda scanner, text: (scanner.match.start(), text)), (r'\s+', None)])
print(scanner.scan('ab 12 + c'), scanner.scan('1 ? 2'), re.Scanner([('A', 'found')], re.IGNORECASE).scan('aAb'))


class Plugin(abc.ABC):
    plugins = {}

    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)
        if not inspect.isabstract(cls):
            Plugin.plugins[cls.__name__] = cls

    @abc.abstractmethod
    def run(self):
        ...


class Base(Plugin):
    title = 'base'


class Upper(Base):
    def run(self):
        return 'up'


class Titled(Upper):
    @property
    @abc.abstractmethod
    def name(self):
        ...


print(Plugin.plugins, [inspect.isabstract(cls) for cls in (Plugin, Base, Upper, Titled, int)])


@functools.singledispatch
def described(value):
    return 'something'


@described.register
def _(value: Plugin):
    return 'a plugin'


class Late:
    pass


print(described(Late()), described(Upper()))
Plugin.register(Late)
print(described(Late()))
