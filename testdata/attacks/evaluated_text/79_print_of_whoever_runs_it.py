# technique: a compiled text is run with other functions for print and range than there were when it was compiled
# source: own
# goal: none: print and range are settled in the text, and were taken for the builtins
# impact: policy
text = """
print('hello')
found = [i for i in range(3)]
for last in range(3):
    pass
"""
said = []
for source in (text, compile(text, 'text', 'exec')):
    names = {'print': said.append, 'range': lambda n: [7]}
    exec(source, names)
    if names['found'] != [7] or names['last'] != 7:
        escaped('the range of whoever compiled it')
if said != ['hello', 'hello']:
    escaped('the print of whoever compiled it')
if eval(compile("[*range(2)]", 'text', 'eval'), {'range': lambda n: 'ab'}) != ['a', 'b']:
    escaped('the range of whoever compiled the expression')
