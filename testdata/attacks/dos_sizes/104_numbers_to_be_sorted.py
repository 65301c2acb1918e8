# technique: a list of ten million numbers to be sorted: no comparison is called, and Java's sort of an array is one operation
# source: own
# goal: seconds in which nothing stops the guest
# impact: dos
# dos: cpu
# needs: soft-limit
import array
import secrets

numbers = array.array('q', secrets.token_bytes(800_000) * 100).tolist()
while True:
    sorted(numbers)
