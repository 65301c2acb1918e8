# technique: a class or instance whose fromisoformat is the runtime's own wrapper: its closure, its function, a subclass that lies
# goal: the wrapper's inside, or guest code run with the runtime's names
# impact: introspect
from datetime import date, datetime, time


class Sly(str):
    def __getitem__(self, key):
        raise SystemExit('asked')

    def __len__(self):
        raise SystemExit('asked')

    def __repr__(self):
        return 'sly'


class Day(date):
    @classmethod
    def fromisoformat(cls, text):
        return 'own'


class Plain(date):
    pass


for o in (date, datetime, time, date(2024, 1, 1), Plain, Plain(2024, 1, 1)):
    f = o.fromisoformat
    for name in ('__globals__', '__closure__', '__code__', '__self__', '__func__', '__builtins__'):
        try:
            if getattr(f, name) is not None:
                ESCAPED = name
        except AttributeError:
            pass
    for text in (Sly('x'), Sly('2024-13-01'), None, 5, b'2024-01-01'):
        try:
            f(text)
        except Exception as e:
            while e is not None:
                if any(type(a) is not str and a is not text for a in e.args):
                    ESCAPED = e.args
                e = e.__context__
if Day.fromisoformat('x') != 'own' or type(Plain.fromisoformat('2024-01-01')) is not Plain:
    ESCAPED = 'another method'
f = date.fromisoformat
try:
    f.planted = 1
    if getattr(date.fromisoformat, 'planted', None) == 1:
        ESCAPED = 'shared'
except (AttributeError, TypeError):
    pass
