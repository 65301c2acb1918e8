# technique: a class derived from str with a format() of its own, which is put away, replaced or answered by something else while it is looked for
# source: own, format.read_format
# goal: str.format itself, whose fields are read past the guards
# impact: read
secret = 'a name of the guest'


def leads_out(format):
    try:
        text = format(leads_out)
    except (AttributeError, TypeError, ValueError, KeyError, IndexError):
        return
    if 'secret' in str(text):
        escaped(text)


FIELD = '{0.__globals__}'


class Text(str):
    def format(self, *args, **kwargs):
        return super().format(*args, **kwargs)

    def format_map(self, mapping):
        return super().format_map(mapping)


class Same(str):
    format = str.format
    format_map = str.format_map


class Given(str):
    @property
    def format(self):
        return str.format.__get__(self) if hasattr(str.format, '__get__') else str.format


class Partial(str):
    format = staticmethod(str.format)
    format_map = classmethod(lambda cls, mapping: str.format(FIELD, *mapping))


class Late(str):
    def __getattr__(self, name):
        return getattr(super(), name)


class Mixed(Text, str):
    pass


class Meta(type):
    def format(cls, *args):
        return str.format(FIELD, *args)


class Classes(str, metaclass=Meta):
    pass


for cls in (Text, Same, Given, Late, Mixed, Classes):
    text = cls(FIELD)
    leads_out(text.format)
    leads_out(getattr(text, 'format'))
    leads_out(lambda o: cls.format(text, o))
    leads_out(lambda o: cls('{x.__globals__}').format_map({'x': o}))
    leads_out(lambda o: cls('{x.__globals__}').format(x=o))
    leads_out(lambda o: cls('{0:{1.__globals__}}').format(1, o))
    leads_out(lambda o: list(map(cls.format, [text], [o]))[0])
leads_out(lambda o: Partial(FIELD).format(FIELD, o))
leads_out(lambda o: Partial(FIELD).format_map([o]))
leads_out(Classes.format)

# The method is there when it is looked for, and gone when it is called.
text = Text(FIELD)
bound = text.format
kept = Text.format
del Text.format
leads_out(bound)
leads_out(text.format)
leads_out(lambda o: kept(text, o))
Text.format = str.format
leads_out(text.format)
leads_out(lambda o: super(Text, text).format(o))


class Deleting(str):
    class Looking:
        def __get__(self, instance, owner):
            if 'format' in vars(owner):
                del owner.format
            return super(owner, instance).format if instance is not None else str.format

    format = Looking()


leads_out(Deleting(FIELD).format)
leads_out(Deleting(FIELD).format)
