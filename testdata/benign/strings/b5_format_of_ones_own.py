"""A class derived from str with a format() of its own: what escapes what it is given is made so."""
import string


class Escaping(string.Formatter):
    def format_field(self, value, format_spec):
        text = super().format_field(value, format_spec)
        return text if isinstance(value, Markup) else text.replace('&', '&amp;').replace('<', '&lt;')


class Markup(str):
    def format(self, *args, **kwargs):
        return Markup(Escaping().vformat(self, args, kwargs))

    def format_map(self, mapping):
        return Markup(Escaping().vformat(self, (), mapping))

    def __repr__(self):
        return f'Markup({super().__repr__()})'


row = Markup('<td>{}</td><td>{name:>4}</td>')
print(repr(row.format('<script>', name='&')), repr(row.format(Markup('<b>'), name=3)))
print(repr(Markup('<p>{x}</p>').format_map({'x': '<i>'})))
bound = row.format
print(bound('<', name=1), Markup.format(row, '<', name=2), getattr(row, 'format')('<', name=3))
print(str.format(row, '<', name=4), str.format_map(Markup('{x}'), {'x': '<'}))


class Loud(Markup):
    def format(self, *args, **kwargs):
        return super().format(*args, **kwargs).upper()


class Quiet(Loud):
    @staticmethod
    def format_map(mapping):
        return 'no template'


print(Loud('<p>{}</p>').format('<a'), Quiet('<p>{}</p>').format('b'), Quiet('{x}').format_map({}))


class Plain(str):
    def format(self, *args, **kwargs):
        return super().format(*[str(each).upper() for each in args], **kwargs)

    @classmethod
    def format_map(cls, mapping):
        return cls.__name__, mapping


print(Plain('{} {x}').format('a', x='b'), Plain('{x}').format_map({'x': 1}))
text = Plain('{}')
text.format = lambda *args: ('of the object', args)
print(text.format(1))
del text.format
print(text.format('q'))
del Plain.format
print(text.format('q'))
