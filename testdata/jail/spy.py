# Derives from abstract classes, registers with them, has warnings recorded, and names dialects, and asks the prologue then.
import collections.abc
import contextlib
import csv
import sys
import warnings

told = []


class Meta(type(collections.abc.Sequence)):
    def __hash__(cls):
        return hash(dict)

    def __eq__(cls, other):
        told.append(other)
        return True


class Sequence(collections.abc.Sequence, metaclass=Meta):
    def __len__(self):
        return 0

    def __getitem__(self, index):
        raise IndexError(index)


class Category(UserWarning):
    pass


def meddle():
    yield lambda: isinstance(Sequence(), collections.abc.Sequence)
    yield lambda: isinstance(Sequence(), collections.abc.Mapping)
    yield lambda: collections.abc.Sequence.register(dict)
    yield lambda: collections.abc.Mapping.register(int)
    yield lambda: Sequence.register(int)
    yield lambda: csv.register_dialect('excel', delimiter=';')
    yield lambda: csv.field_size_limit(1)
    yield lambda: sys.set_int_max_str_digits(640)


for change in meddle():
    with contextlib.suppress(Exception):
        change()
told.clear()
print(kinds({}), kinds(1))
print([thing for thing in told if hasattr(thing, 'secret')], told)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    print(warned(), log)
    warnings.warn('mine', Category)
    print([str(one.message) for one in log])
warnings.simplefilter('error')
print(warned())
print(rows('a,b\n1,2\n'))
print(next(csv.reader(['1;2'], 'excel')), csv.field_size_limit(), sys.get_int_max_str_digits())
csv.unregister_dialect('excel')
print(rows('a,b\n1,2\n'), csv.list_dialects())
