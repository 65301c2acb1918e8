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
for source in (text, compile(text, 'text', 'exec')):
    for names in ({}, {'print': lambda *words: print('mine', *words), 'range': lambda n: [7]}):
        exec(source, names)
        print(names['found'], names['last'])
print(eval(compile("range(2)", 'text', 'eval')), eval(compile("[*range(2)]", 'text', 'eval'), {'range': lambda n: 'ab'}))
