# technique: membership of something that is no int walks a range element by element
# goal: a loop inside a builtin
# impact: dos
# dos: cpu
object() in range(10 ** 18)
