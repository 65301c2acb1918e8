# technique: endless iterators walked by a builtin
# goal: a loop inside a builtin, which has no step at which it could be stopped
# impact: dos
# dos: cpu
import itertools
sum(itertools.cycle([0]))
