# features: a tokenizer, a parser by precedence, evaluation by patterns
# imports: re, typing
import re
from typing import NamedTuple, Iterator
class Token(NamedTuple):
    type: str; value: str; line: int; column: int
def tokenize(code: str) -> Iterator[Token]:
    keywords = {'IF', 'THEN', 'ENDIF', 'FOR', 'NEXT', 'GOSUB', 'RETURN'}
    spec = [('NUMBER', r'\d+(\.\d*)?'), ('ASSIGN', r':='), ('END', r';'), ('ID', r'[A-Za-z]+'), ('OP', r'[+\-*/]'), ('NEWLINE', r'\n'), ('SKIP', r'[ \t]+'), ('MISMATCH', r'.')]
    rx = '|'.join('(?P<%s>%s)' % pair for pair in spec)
    line_num, line_start = 1, 0
    for mo in re.finditer(rx, code):
        kind, value, column = mo.lastgroup, mo.group(), mo.start() - line_start
        if kind == 'NUMBER': value = float(value) if '.' in value else int(value)
        elif kind == 'ID' and value in keywords: kind = value
        elif kind == 'NEWLINE': line_start = mo.end(); line_num += 1; continue
        elif kind == 'SKIP': continue
        elif kind == 'MISMATCH': raise RuntimeError(f'{value!r} unexpected on line {line_num}')
        yield Token(kind, value, line_num, column)
for t in tokenize('IF quantity THEN\n  total := total + price * 1.5;\nENDIF;'): print(t)
try: list(tokenize("a $ b"))
except RuntimeError as e: print(e)
class Parser:
    prec = {'+': 1, '-': 1, '*': 2, '/': 2, '^': 3}
    def __init__(self, s): self.toks = re.findall(r'\d+\.?\d*|[-+*/^()]|[a-z]+', s); self.i = 0
    def peek(self): return self.toks[self.i] if self.i < len(self.toks) else None
    def next(self): t = self.peek(); self.i += 1; return t
    def parse(self, minp=0):
        left = self.atom()
        while (op := self.peek()) in self.prec and self.prec[op] >= minp:
            self.next(); right = self.parse(self.prec[op] + (op != '^')); left = (op, left, right)
        return left
    def atom(self):
        t = self.next()
        if t is None: raise SyntaxError("unexpected end")
        if t == '(':
            e = self.parse()
            if self.next() != ')': raise SyntaxError("expected )")
            return e
        if t == '-': return ('neg', self.parse(3))
        return float(t) if t[0].isdigit() else t
def ev(n, env):
    match n:
        case float(): return n
        case str(): return env[n]
        case ('neg', x): return -ev(x, env)
        case (op, a, b): return {'+': float.__add__, '-': float.__sub__, '*': float.__mul__, '/': float.__truediv__, '^': float.__pow__}[op](ev(a, env), ev(b, env))
for s in ["1+2*3", "(1+2)*3", "2^3^2", "-x^2 + y", "10/4-1", "(1", "1 + "]:
    try: t = Parser(s).parse(); print(s, t, ev(t, {"x": 3.0, "y": 1.0}))
    except SyntaxError as e: print(s, "error", e, e.msg)
