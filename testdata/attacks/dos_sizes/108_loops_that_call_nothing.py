# technique: every second element, and the reverse, of a list of sixty million numbers: loops over arrays that call nothing
# source: own
# goal: the third of a second in which nothing stops the guest
# impact: dos
# dos: cpu
# needs: soft-limit
numbers = [1] * 60_000_000
while True:
    numbers[::-1]
    numbers.reverse()
