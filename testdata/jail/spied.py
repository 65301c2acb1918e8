# What a prologue asks of classes, has warned of, and reads as rows.
import collections.abc
import csv
import io
import warnings


class Old(UserWarning):
    secret = 'of the prologue'


class Vault(dict):
    secret = 'of the prologue'


def kinds(value):
    kinds = collections.abc.Sequence, collections.abc.Mapping, collections.abc.MutableMapping, io.IOBase
    return [[isinstance(one, kind) for kind in kinds] for one in (value, Vault())]


def warned():
    warnings.warn('old', Old)
    return 'warned'


def rows(text):
    return [*csv.DictReader(io.StringIO(text))], len(str(10 ** 4000)), next(csv.reader(['a' * 200]), 'excel') != []


for function in (kinds, warned, rows):
    give(function.__name__, function)
