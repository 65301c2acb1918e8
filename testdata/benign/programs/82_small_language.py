# features: interpreter of a small language, with closures, errors and a pretty printer
# imports: re, operator, dataclasses, math
import math, operator, re
from dataclasses import dataclass
TOKEN = re.compile(r'\s*(?:(?P<num>\d+\.?\d*)|(?P<name>[a-z_]\w*)|(?P<op>=>|==|<=|>=|[-+*/^()<>=,{};]))', re.I)
class ParseError(SyntaxError):
    def __init__(self, message, position):
        super().__init__(message)
        self.position = position
def tokenize(text):
    position = 0
    while position < len(text.rstrip()):
        m = TOKEN.match(text, position)
        if not m:
            raise ParseError(f'unexpected {text[position]!r}', position)
        position = m.end()
        yield m.lastgroup, m.group(m.lastgroup)
    yield 'end', ''
@dataclass(frozen=True)
class Num:
    value: float
@dataclass(frozen=True)
class Var:
    name: str
@dataclass(frozen=True)
class Bin:
    op: str
    left: object
    right: object
@dataclass(frozen=True)
class Call:
    function: object
    args: tuple
@dataclass(frozen=True)
class Fun:
    params: tuple
    body: object
class Parser:
    LEVELS = [('==', '<', '>', '<=', '>='), ('+', '-'), ('*', '/')]
    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.at = 0
    def peek(self): return self.tokens[self.at]
    def take(self, value=None):
        kind, text = self.tokens[self.at]
        if value is not None and text != value:
            raise ParseError(f'expected {value!r}, got {text or kind!r}', self.at)
        self.at += 1
        return text
    def parse(self):
        node = self.binary(0)
        if self.peek()[0] != 'end':
            raise ParseError(f'trailing {self.peek()[1]!r}', self.at)
        return node
    def binary(self, level):
        if level == len(self.LEVELS):
            return self.power()
        node = self.binary(level + 1)
        while self.peek()[1] in self.LEVELS[level]:
            node = Bin(self.take(), node, self.binary(level + 1))
        return node
    def power(self):
        base = self.postfix()
        if self.peek()[1] == '^':
            self.take()
            return Bin('^', base, self.power())
        return base
    def postfix(self):
        node = self.atom()
        while self.peek()[1] == '(':
            self.take()
            args = []
            while self.peek()[1] != ')':
                args.append(self.binary(0))
                if self.peek()[1] == ',':
                    self.take()
            self.take(')')
            node = Call(node, tuple(args))
        return node
    def atom(self):
        match self.peek():
            case ('num', text):
                self.take()
                return Num(float(text))
            case ('name', 'fn'):
                self.take()
                params = []
                while self.peek()[0] == 'name':
                    params.append(self.take())
                self.take('=>')
                return Fun(tuple(params), self.binary(0))
            case ('name', text):
                self.take()
                return Var(text)
            case (_, '('):
                self.take()
                node = self.binary(0)
                self.take(')')
                return node
            case (_, '-'):
                self.take()
                return Bin('-', Num(0), self.power())
            case (kind, text):
                raise ParseError(f'unexpected {text or kind}', self.at)
OPS = {'+': operator.add, '-': operator.sub, '*': operator.mul, '/': operator.truediv, '^': operator.pow, '==': operator.eq, '<': operator.lt, '>': operator.gt, '<=': operator.le, '>=': operator.ge}
def evaluate(node, env):
    match node:
        case Num(value): return value
        case Var(name):
            if name not in env:
                raise NameError(f'undefined: {name}')
            return env[name]
        case Bin(op, left, right): return OPS[op](evaluate(left, env), evaluate(right, env))
        case Fun(params, body): return lambda *args: evaluate(body, {**env, **dict(zip(params, args, strict=True))})
        case Call(Var('if'), (c, a, b)): return evaluate(a if evaluate(c, env) else b, env)
        case Call(function, args): return evaluate(function, env)(*(evaluate(a, env) for a in args))
def show(node):
    match node:
        case Num(value): return f'{value:g}'
        case Var(name): return name
        case Bin(op, left, right): return f'({show(left)} {op} {show(right)})'
        case Fun(params, body): return f'fn {" ".join(params)} => {show(body)}'
        case Call(f, args): return f'{show(f)}({", ".join(map(show, args))})'
env = {'pi': math.pi, 'sqrt': math.sqrt, 'max': max}
env['fact'] = evaluate(Parser('fn n => if(n <= 1, 1, n * fact(n - 1))').parse(), env)
for source in ['1 + 2 * 3', '2 ^ 3 ^ 2', '-2 ^ 2', '(1 + 2) * 3 / 4', 'max(1, sqrt(16), 2)', '(fn x y => x * y)(3, 4)', '(fn x => fn y => x - y)(10)(4)', 'if(1 < 2, 10, 1 / 0)', 'fact(5)', '1 +', 'foo', '(fn x => x)(1, 2)', '2 $ 3', ')', '1 2', 'sqrt(-1)', '5(1)']:
    try:
        tree = Parser(source).parse()
        print(f'{source:<32} {show(tree):<36} {evaluate(tree, env)!r}')
    except ParseError as error:
        print(f'{source:<32} parse error at {error.position}: {error}')
    except Exception as error:
        print(f'{source:<32} {type(error).__name__}: {error}')
