# technique: ast.literal_eval takes more than literals
# source: own, with the module ast
# goal: names and calls in evaluated text
# impact: exec
# dos: True
import ast

found = []
texts = ['found', 'set', 'set(found)', '[].__class__', '__import__', '{**found}', '[*found]', 'f"{found}"', '(x := 1)', 'lambda: 1',
         '[i for i in ()]', '9**9**9', '"a"*10', '1 if 1 else 2', 'not 1', '~1', '1 < 2', '1 and 2', '1\n2', 'x = 1', 'import ast', '()[0]', '1:2',
         'set(*[])', 'set(**{})', '1 + 1', '1j + 1', '- -1', 'await x', 'yield', '\x0c__graalpython__', '(' * 5000 + ')' * 5000, '[' * 150 + ']' * 150 + '()',
         '-' * 100000 + '1', 'b' * 200000]
for text in texts:
    try:
        found.append((text, ast.literal_eval(text)))
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        pass
try:
    found.append(ast.literal_eval(lambda: 0))
except ValueError:
    pass
if found:
    ESCAPED = found
