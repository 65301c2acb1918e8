# technique: `break` in a function inside a loop: GraalPy's compiler fails with a NullPointerException on it
# goal: a fault of the tool
# impact: info
while 1:
    def f(): break
