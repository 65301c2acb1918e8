import csv, io, json
data = 'name,qty,price\n"Widget, large",3,"1,000.50"\nGadget,x,2\n\n"Multi\nline",1,3\n'
rows = list(csv.DictReader(io.StringIO(data)))
print(rows, csv.DictReader(io.StringIO(data)).fieldnames)
out = io.StringIO()
w = csv.writer(out, quoting=csv.QUOTE_NONNUMERIC, lineterminator='\n'); w.writerow(['a', 1, 2.5, None, 'q"x']); w.writerows([[1, 2], ['x,y', 'z']])
print(out.getvalue())
out = io.StringIO(); dw = csv.DictWriter(out, fieldnames=['b', 'a'], extrasaction='ignore', restval='-', delimiter=';'); dw.writeheader(); dw.writerow({'a': 1, 'z': 9}); print(repr(out.getvalue()))
class D(csv.Dialect): delimiter = '|'; quotechar = "'"; lineterminator = '\n'; quoting = csv.QUOTE_MINIMAL; doublequote = True
print(list(csv.reader(["a|'b|c'|d"], dialect=D)), list(csv.reader(['a\tb'], 'excel-tab')), csv.list_dialects(), list(csv.reader(['1,"2"'], quoting=csv.QUOTE_NONNUMERIC)))
try: print(csv.Sniffer().sniff('a;b;c\n1;2;3\n').delimiter)
except Exception as e: print(type(e))
obj = {'s': 'é\n"', 'n': [1, 2.5, None, True, 1e100], 'd': {'z': 1, 'a': {}}, 3: (1, 2)}
print(json.dumps(obj), json.dumps(obj, indent=2, sort_keys=False, ensure_ascii=False), json.dumps({'b': 1, 'a': 2}, sort_keys=True, separators=(',', ':')))
class Enc(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set): return sorted(o)
        if hasattr(o, '__dict__'): return {'__type__': type(o).__name__, **vars(o)}
        return super().default(o)
class Pt:
    def __init__(s, x, y): s.x, s.y = x, y
print(json.dumps({'p': Pt(1, 2), 's': {3, 1}}, cls=Enc), Enc(indent=1).encode([Pt(0, 0)]), ''.join(Enc().iterencode({'a': [1]})))
try: json.dumps({1j})
except TypeError as e: print(e)
def hook(d): return Pt(d['x'], d['y']) if d.pop('__type__', None) == 'Pt' else d
print(vars(json.loads('{"__type__": "Pt", "x": 1, "y": 2}', object_hook=hook)), json.loads('[1.50, 2]', parse_float=str), json.loads('{"a":1,"a":2}', object_pairs_hook=list), json.loads(b'"\\u00e9\\ud83d\\ude00"'), json.loads(' null '))
for bad in ['{"a": }', '[1,]', '"\x01"', '{a:1}', '', '[1] x', 'nul', '{"a" 1}', '"abc']:
    try: json.loads(bad)
    except json.JSONDecodeError as e: print(e, e.pos, e.lineno, e.colno, e.msg)
print(json.dumps(float('nan')), json.dumps([]), json.dumps({}, indent=4), json.dumps([[]], indent='\t'), json.dumps('\u2028</script>'), json.dumps({'k': None}, indent=None, default=str), json.load(io.StringIO('[1]')))
try: json.dumps(float('inf'), allow_nan=False)
except ValueError as e: print(e)
a = []; a.append(a)
try: json.dumps(a)
except ValueError as e: print(e)
