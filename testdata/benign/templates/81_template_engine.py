# features: template engines, html, text reports, string.Template subclass, Formatter subclass
# imports: string, html, textwrap, re, datetime, itertools
import datetime, html, itertools, re, string, textwrap
class Upper(string.Formatter):
    def convert_field(self, value, conversion):
        if conversion == 'u':
            return str(value).upper()
        return super().convert_field(value, conversion)
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f'<{key}>') if isinstance(key, str) else args[key]
print(Upper().format('{name!u} {0} {missing} {n:>5.1f}', 'pos', name='ann', n=3.14159))
class Percent(string.Template):
    delimiter = '%'
    idpattern = '[a-z]+(?:_[a-z]+)*'
print(Percent('%name has %{count} 100%%').substitute(name='x', count=3), Percent('%a %b').safe_substitute(a=1), sorted(string.Template('$a ${b} $$').get_identifiers()), string.Template('$a').is_valid())
class Template:
    TAGS = re.compile(r'({{.*?}}|{%.*?%})')
    def __init__(self, text):
        self.tree = self.parse(iter(self.TAGS.split(text)))
    def parse(self, parts, until=None):
        nodes = []
        for part in parts:
            if part.startswith('{{'):
                nodes.append(('value', part[2:-2].strip().split('|')))
            elif part.startswith('{%'):
                words = part[2:-2].split()
                match words:
                    case ['for', name, 'in', source]:
                        nodes.append(('for', name, source, self.parse(parts, 'endfor')))
                    case ['if', *condition]:
                        nodes.append(('if', condition, self.parse(parts, 'endif')))
                    case [word] if word == until:
                        return nodes
                    case _:
                        raise ValueError(f'bad tag {part}')
            elif part:
                nodes.append(('text', part))
        if until:
            raise ValueError(f'missing {until}')
        return nodes
    FILTERS = {'upper': str.upper, 'title': str.title, 'escape': html.escape, 'len': len, 'money': '{:,.2f}'.format}
    def look(self, path, scope):
        value = scope
        for step in path.split('.'):
            value = value[step] if isinstance(value, dict) else value[int(step)] if isinstance(value, (list, tuple)) else getattr(value, step)
        return value
    def render(self, **scope):
        return ''.join(self.walk(self.tree, scope))
    def walk(self, nodes, scope):
        for node in nodes:
            match node:
                case ('text', text):
                    yield text
                case ('value', [path, *filters]):
                    value = self.look(path.strip(), scope)
                    for f in filters:
                        value = self.FILTERS[f.strip()](value)
                    yield str(value)
                case ('for', name, source, body):
                    for number, item in enumerate(self.look(source, scope), 1):
                        yield from self.walk(body, {**scope, name: item, 'loop': {'index': number}})
                case ('if', [*negation, path], body):
                    if bool(self.look(path, scope)) != bool(negation):
                        yield from self.walk(body, scope)
class User:
    def __init__(self, name, admin): self.name, self.admin = name, admin
page = Template('''<h1>{{ title | upper | escape }}</h1>
{% for u in users %}{{ loop.index }}. {{ u.name | title }}{% if u.admin %} (admin){% endif %}{% if not u.admin %} -{% endif %}
{% endfor %}total {{ amount | money }}, {{ users | len }} users, first {{ users.0.name }}''')
print(page.render(title='a <b> & c', users=[User('ann lee', True), User('bob', False)], amount=1234567.891))
for bad in ['{% for x %}', '{% if a %}', '{{ nope }}', '{{ a.b }}', '{{ a | zap }}']:
    try:
        print(Template(bad).render(a=1))
    except (ValueError, KeyError, AttributeError) as e:
        print(type(e).__name__, e)
row = '{:<12}|{:^10}|{:>10}'.format
print(row('name', 'when', 'amount'), row(*['-' * n for n in (12, 10, 10)]), *(row(n, f'{d:%d %b}', f'{a:,.2f}') for n, d, a in [('rent', datetime.date(2024, 1, 3), 1200), ('food', datetime.date(2024, 12, 25), 85.5)]), sep='\n')
print(textwrap.fill('The quick brown fox jumps over the lazy dog and runs away from the angry bear.', width=30, initial_indent='* ', subsequent_indent='  '))
def table(rows, head):
    widths = [max(map(len, map(str, column))) for column in zip(head, *rows)]
    line = '+' + '+'.join('-' * (w + 2) for w in widths) + '+'
    yield line
    yield '|' + '|'.join(f' {h:^{w}} ' for h, w in zip(head, widths)) + '|'
    yield line
    for r in rows:
        yield '|' + '|'.join(f' {c:>{w}} ' if isinstance(c, (int, float)) else f' {c:<{w}} ' for c, w in zip(r, widths)) + '|'
    yield line
print('\n'.join(table([('a', 1, 2.5), ('bcd', 22, 0.125)], ('name', 'n', 'ratio'))))
print('Dear {0[name]}, {1.name} owes {2:.{prec}f} {cur!s:>4}'.format({'name': 'A'}, User('B', 0), 3.14159, prec=1, cur='EUR'), '{:{fill}{align}{width}}'.format('mid', fill='*', align='^', width=9))
