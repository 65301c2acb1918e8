# features: regular expressions: groups, flags, functions, errors
# imports: re
import re
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, '|', e)
m = re.match(r'(?P<y>\d{4})-(?P<m>\d\d)(-(\d\d))?', '2024-05 rest')
print(m, m.group(), m.groups(), m.groups('x'), m.groupdict(), m['y'], m[2], m.span('m'), m.start(), m.end(1), m.lastindex, m.lastgroup, m.re, m.string, m.pos, m.endpos, m.regs, m.expand(r'\g<m>/\1'))
print(re.findall(r'(\w)(\d)', 'a1 b2'), re.findall(r'\w+', 'a bc'), re.split(r'[,;]\s*', 'a, b;c'), re.split(r'(,)', 'a,b', maxsplit=1), re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'), re.sub('a', lambda m: m[0].upper(), 'banana', count=2), re.subn('x', 'y', 'xxx'), re.fullmatch(r'\d+', '12a'), re.search('b', 'abc').span(), re.escape('a.b*c'), [m.group() for m in re.finditer('.', 'ab')])
print(re.compile('a', re.I | re.M), re.compile(b'x'), re.compile('(?i)abc').flags, re.I, repr(re.VERBOSE | re.S), re.compile('(a)(?P<n>b)').groupindex, re.compile('(a)(b)').groups, re.compile('ab').pattern)
print(re.sub(r'(?<=\d)(?=(\d{3})+$)', ',', '1234567'), re.findall(r'\b\w{3}\b', 'the cat sat down'), re.findall('(?s)a.b', 'a\nb'), re.findall('^x', 'x\nx', re.M), re.match('(?x) a  # c\n b', 'ab'), re.findall(r'[^\W\d_]+', 'añb1_c'), re.sub(r'\s+', ' ', ' a \n b '), re.match('(a+)+b', 'aaab').group(), re.match(r'(.)\1', 'aa'), re.search(r'(?P<q>[\'"]).*?(?P=q)', 'say "hi"').group(), re.match(r'a{2,3}?', 'aaa').group(), re.match(r'(?:ab)*+', 'abab'), re.match(r'(?>a+)b', 'aab'))
for bad in ['(', ')', '[', '*', 'a**', '(?P<n>a)(?P<n>b)', r'\1', '(?P<1>a)', '[z-a]', '(?P=x)', 'a{3,1}', '(?<=a+)b', '\\', '(?z)', r'\q', '(?P<n', 'a(?i)b']:
    attempt(lambda: re.compile(bad))
attempt(lambda: re.match('a', 5)); attempt(lambda: re.match('a', b'a')); attempt(lambda: re.match(5, 'a')); attempt(lambda: m.group(9)); attempt(lambda: m['zz']); attempt(lambda: re.sub('a', r'\9', 'a')); attempt(lambda: re.sub('(a)', r'\g<x>', 'a')); attempt(lambda: re.compile('a')(1)); attempt(lambda: re.compile('a').match()); attempt(lambda: re.compile('a').search('a', 'b')); attempt(lambda: re.compile('a').sub('b')); attempt(lambda: re.sub('a'))
try:
    re.compile('(a')
except re.error as e:
    print(e.msg, e.pattern, e.pos, e.lineno, e.colno, e)
tokens = re.compile(r'''
    (?P<NUM>\d+(\.\d*)?) | (?P<ID>[A-Za-z_]\w*) | (?P<OP>[-+*/=()]) | (?P<WS>\s+) | (?P<BAD>.)
''', re.X)
print([(t.lastgroup, t.group()) for t in tokens.finditer('x = 3.5*(y - 2)$') if t.lastgroup != 'WS'])
print(re.compile('a') == re.compile('a'), hash(re.compile('a')) == hash(re.compile('a')), bool(re.match('', '')), re.match('a', 'b'), re.template if hasattr(re, 'nothing') else 'no', type(m), type(re.compile('')), re.findall('', 'ab'), re.split('', 'ab'), re.sub('', '-', 'ab'), re.sub('x*', '-', 'abxd'))
print(re.findall(r'(?i)straße', 'STRASSE straße'), re.findall(r'\w+', 'naïve café'), re.findall(r'\w+', 'naïve', re.A), re.search('é', 'é'.upper(), re.I), re.match(r'\d', '٣'), re.findall(r'[\u0400-\u04FF]+', 'abc где'))
