# features: configparser, getopt, codecs, gc
# imports: configparser, getopt, codecs, gc, io
import codecs, configparser, gc, getopt, io
c = configparser.ConfigParser()
c.read_string("""
[DEFAULT]
ServerAliveInterval = 45
Compression = yes

[forge.example]
User = hg
path = %(home)s/lib
home = /home/${x}
; a comment
multi = one
  two
flag
""".replace('flag\n', ''))
print(c.sections(), c['forge.example']['User'], c.get('forge.example', 'path'), c['forge.example'].getint('ServerAliveInterval'), c.getboolean('forge.example', 'compression'), repr(c['forge.example']['multi']))
print('user' in c['forge.example'], c.has_section('x'), c.has_option('forge.example', 'home'), list(c['forge.example']), c.options('forge.example'), c.items('forge.example', raw=True), c.defaults(), dict(c['DEFAULT']))
print(c.get('forge.example', 'nope', fallback='fb'), c['forge.example'].get('nope', 'z'), c.getfloat('DEFAULT', 'serveraliveinterval'))
c['new'] = {'a': '1', 'b': 'x y'}
c.set('new', 'c', '3')
c.add_section('other')
c.remove_option('new', 'a')
out = io.StringIO()
c.write(out)
print(out.getvalue())
for f in [lambda: c['zz'], lambda: c.get('zz', 'a'), lambda: c.get('new', 'zz'), lambda: c.add_section('new'), lambda: c.getint('new', 'b'), lambda: c.set('new', 'x', 5), lambda: c.read_string('a = 1'), lambda: c.read_string('[s]\na = 1\na = 2'), lambda: c.read_string('[s]\n[s]'), lambda: configparser.ConfigParser().read_dict({'s': {'a': '%(b)s'}}), lambda: c.getboolean('new', 'b'), lambda: c.read_string('[s]\nnonsense line')]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, '|', e)
r = configparser.RawConfigParser(allow_no_value=True, delimiters=('=',), comment_prefixes=('#',), strict=False)
r.optionxform = str
r.read_string('[S]\nKey\nOther = %(raw)s\n')
print(r['S']['Key'], r['S']['Other'], list(r['S']))
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation(), converters={'list': lambda v: v.split(',')})
e.read_dict({'paths': {'base': '/x'}, 'use': {'dir': '${paths:base}/y', 'l': 'a,b'}})
print(e['use']['dir'], e.getlist('use', 'l'), e['use'].getlist('l'))
print(getopt.getopt('-a -b val --long --arg=5 x y'.split(), 'ab:', ['long', 'arg=']), getopt.gnu_getopt(['x', '-a', 'y'], 'a'))
for args in (['-z'], ['-b'], ['--no'], ['--arg'], ['--long=3']):
    try:
        getopt.getopt(args, 'ab:', ['long', 'arg='])
    except getopt.GetoptError as err:
        print(err, err.opt, err.msg)
print(codecs.encode('Hello', 'rot13'), codecs.encode(b'hi', 'hex'), codecs.decode(b'6869', 'hex'), codecs.encode('é', 'utf-8'), codecs.decode(b'\xe9', 'latin-1'), codecs.BOM_UTF8)
print(gc.collect() >= 0, gc.isenabled())
