# technique: classes, unions and tables that trusted code goes through for the guest: register() of singledispatch, _value2member_map_, Buffer, divisions of operator, sources of messages
# source: own
# goal: the library's own tables, functions of trusted code, a class of the library that answers otherwise
# impact: escape
import collections.abc
import enum
import functools
import http
import operator
import traceback
import types
import typing


def attempt(f):
    try:
        return f()
    except Exception as error:
        return error


# Tables of enumerations, by every way to a name; what comes is a copy, and the library's stay shut.
class Own(enum.Enum):
    A = 1
    B = 2


class Lying(enum.EnumType):
    pass


class Table(dict):
    def copy(self):
        escaped('a copy made by the guest')


name = '_value2' + 'member_map_'
for holder in (http.HTTPStatus, http.HTTPStatus.OK, enum.Enum, enum.Flag, enum.EnumType, Own, Own.A, enum.FlagBoundary):
    for way in (lambda: getattr(holder, name), lambda: operator.attrgetter(name)(holder), lambda: vars(holder)[name], lambda: holder.__dict__[name], lambda: super(type(holder), holder).__getattribute__(name),
                lambda: object.__getattribute__(holder, name), lambda: type.__getattribute__(holder, name)):
        found = attempt(way)
        if type(found) is dict:
            found.clear()
            found[200] = 'mine'
# vars() of a class of the guest's own shows what is in it, as in CPython: that is the guest's to spoil.
if http.HTTPStatus(200) is not http.HTTPStatus.OK or enum.FlagBoundary('strict') is not enum.FlagBoundary.STRICT:
    escaped('the table itself')
attempt(lambda: setattr(Lying, name, property(lambda cls: escaped('asked the guest'))))
attempt(lambda: setattr(Own, name, Table()))
attempt(lambda: Own._value2member_map_)
attempt(lambda: type.__setattr__(Own, name, Table()))
attempt(lambda: Own(1))

# register(): classes that say they are unions, unions with what is no class, a function that is none.
@functools.singledispatch
def shown(o):
    return 'object'


class Union:
    pass


attempt(lambda: setattr(Union, '__ar' + 'gs__', property(lambda self: escaped('arguments of no union'))))
attempt(lambda: setattr(Union(), '__ar' + 'gs__', (int, str)))


for given in (Union(), Union, types.GenericAlias(list, int), typing.Union[int, 'str'], typing.Optional[typing.List[int]], int | typing.List[str], typing.Any, 5, None):
    for call in (lambda: shown.register(given, print), lambda: shown.register(given)(len), lambda: shown.register(given)):
        attempt(call)
attempt(lambda: shown.register(int | str, print))
attempt(lambda: shown.registry.update({int: shown.dispatch}))
for result in (attempt(lambda: shown.dispatch(int)), attempt(lambda: shown.registry)):
    for hidden in ('__globals__', '__closure__', '__code__'):
        if not isinstance(attempt(lambda: getattr(result, hidden)), Exception):
            escaped(hidden)

# Buffer: whose register() is called, and who is one.
class Bytes(collections.abc.Buffer):
    def __buffer__(self, flags):
        return 5


attempt(lambda: collections.abc.Buffer.register(int))
attempt(lambda: collections.abc.Buffer._abc_registry_clear())
attempt(lambda: memoryview(Bytes()))

# operator's divisions: arguments of what the guest raises, and of trusted code's own error.
class Number(int):
    def __truediv__(self, other):
        raise error

    __rtruediv__ = __floordiv__ = __mod__ = __truediv__


error = ZeroDivisionError('mine')
for divide in (operator.truediv, operator.floordiv, operator.mod):
    attempt(lambda: divide(Number(), 1))
    attempt(lambda: divide(1, Number()))
    caught = attempt(lambda: divide(1, 0))
    for hidden in ('tb_frame', 'tb_next'):
        if not isinstance(attempt(lambda: getattr(caught.__traceback__, hidden)), Exception | None):
            escaped(hidden)
    if 'pyrestrict' in ''.join(traceback.format_exception(caught)) or len(traceback.extract_tb(caught.__traceback__)) > 2:
        escaped('a frame of trusted code')
    for hidden in ('__globals__', '__closure__', '__code__', '__defaults__'):
        if not isinstance(attempt(lambda: getattr(divide, hidden)), Exception):
            escaped(hidden)
    if '<locals>' in repr(divide) + str(attempt(lambda: divide.__qualname__)):
        escaped('our insides')
if error.args != ('mine',):
    escaped('the words of an error of the guest')

# Messages that are found in the source: names there that run the guest's code when they are read.
class Told:
    def __getattr__(self, name):
        # What {**told} asks for itself.
        if name != 'keys':
            escaped('read for a message')
        raise AttributeError(name)

    def __class_getitem__(cls, item):
        escaped('asked for a message')


told = Told()
attempt(lambda: [*told.__missing__] if False else [*5])
n = 5
for unpacked in (lambda: [*n], lambda: (*n,), lambda: {**n}, lambda: {'a': 1, **n}, lambda: [*told], lambda: {**told}):
    message = str(attempt(unpacked))
    if 'pyrestrict' in message or 'java' in message.lower():
        escaped(message)
