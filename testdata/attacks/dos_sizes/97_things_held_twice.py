# technique: slices that hold the same slice twice, iterators that step the same iterator twice: two to the sixtieth steps, and no loop
# source: own
# goal: a guest that nothing stops
# impact: dos
# dos: cpu
# needs: soft-limit
ways = [lambda x: zip(x, x), lambda x: map(lambda *pair: pair, x, x)]
left, right = slice(1), slice(1)
for _ in range(60):
    left, right = slice(left, left), slice(right, right)
left == right
for way in ways:
    steps = iter(range(1 << 60))
    for _ in range(60):
        steps = way(steps)
    next(steps)
