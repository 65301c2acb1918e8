# technique: SectionProxy.__init__() sets attributes that it names after a guest's converters, on whatever stands for self
# source: Lib/configparser.py
# goal: an attribute of a library's class, or of a module, that the guest chose
# impact: policy
import configparser
import json


class Parser:
    converters = ['_x', 'default']
    get_x = getdefault = lambda self, *a, **k: 'mine'


def tries():
    yield lambda: configparser.SectionProxy.__init__(json.JSONEncoder, Parser(), 's')
    yield lambda: configparser.SectionProxy.__init__(json, Parser(), 's')
    yield lambda: configparser.RawConfigParser.__init__(json.JSONEncoder, converters={'_x': len})
    parser = configparser.ConfigParser()
    yield lambda: setattr(parser.converters, '_parser', json.JSONEncoder)
    yield lambda: parser.converters.__setitem__('_x', len)
    yield lambda: type(parser.converters).__setitem__(type('F', (), {'_parser': json.JSONEncoder, '_data': {}})(), '_x', len)


for attempt in tries():
    try:
        attempt()
    except Exception:
        pass
for victim in (json.JSONEncoder, json):
    if hasattr(victim, 'get_x') or hasattr(victim, 'getdefault'):
        ESCAPED = victim
